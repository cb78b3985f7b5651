import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { buildInfo } from '../ui/build-info.ts';
import { Dialog } from '../ui/Dialog.tsx';

export interface AboutDialogProps {
  readonly launch: LaunchContext;
  readonly onClose: () => void;
}

/** Version, commit and the record system that the chart is from. */
export function AboutDialog({ launch, onClose }: AboutDialogProps) {
  return (
    <Dialog title={t('app.about.heading')} onClose={onClose}>
      <div className="about">
        <p>{t('app.about.what')}</p>
        <p>{t('app.about.version', { ...buildInfo })}</p>
        <p>
          {t('app.about.server', {
            name: launch.issuerName,
            version: launch.fhirVersion === 'dstu2' ? 'DSTU2' : 'R4',
          })}
        </p>
        {launch.tenant === undefined ? null : (
          <p>{t('app.about.tenant', { tenant: launch.tenant })}</p>
        )}
      </div>
    </Dialog>
  );
}
