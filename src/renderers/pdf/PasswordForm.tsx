import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { PasswordQuestion } from './open-pdf.ts';

/** Asks for the document's password where its pages would be; nothing is kept of the answer. */
export function PasswordForm({ question }: { readonly question: PasswordQuestion }) {
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(function focusField() {
    field.current?.focus();
  }, []);
  return (
    <form
      className="pdf-password"
      aria-labelledby={`${id}-heading`}
      onSubmit={(event) => {
        event.preventDefault();
        question.answer(password);
        setPassword('');
        field.current?.focus();
      }}
    >
      <h2 id={`${id}-heading`}>{t('renderers.pdf.passwordHeading')}</h2>
      {question.wrong ? (
        <p role="alert" id={`${id}-wrong`}>
          {t('renderers.pdf.passwordWrong')}
        </p>
      ) : null}
      <label htmlFor={`${id}-field`}>{t('renderers.pdf.passwordLabel')}</label>
      <input
        id={`${id}-field`}
        ref={field}
        type="password"
        autoComplete="off"
        value={password}
        aria-invalid={question.wrong}
        aria-describedby={question.wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="pdf-password-buttons">
        <Button type="submit" variant="primary">
          {t('renderers.pdf.passwordOpen')}
        </Button>
        <Button onClick={() => question.cancel()}>{t('renderers.pdf.passwordCancel')}</Button>
      </div>
    </form>
  );
}
