import type { ConfigError, ConfigProblem } from '../config/config.ts';
import { t } from '../messages/messages.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

export interface ConfigErrorWords extends ProblemWords {
  /** One sentence per wrong key. */
  readonly problems: readonly string[];
}

/** What is wrong with `config.json`, in words naming the keys. */
export function configErrorWords(error: ConfigError): ConfigErrorWords {
  switch (error.kind) {
    case 'unreachable':
      return {
        what: t('app.config.unreachable'),
        todo: t('app.config.unreachableTodo'),
        details: error.status === undefined ? [] : [`status: ${error.status}`],
        problems: [],
      };
    case 'notJson':
      return {
        what: t('app.config.notJson'),
        todo: t('app.config.todo'),
        problems: [],
      };
    case 'invalid':
      return {
        what: t('app.config.invalid', { count: error.problems.length }),
        todo: t('app.config.todo'),
        problems: error.problems.map(problemWords),
      };
    default:
      return assertNever(error);
  }
}

function problemWords({ key, problem }: ConfigProblem): string {
  switch (problem.kind) {
    case 'missing':
      return t('app.config.missing', { key });
    case 'unknownKey':
      return t('app.config.unknownKey', { key });
    case 'wrongType':
      return t('app.config.wrongType', { key, expected: problem.expected });
    case 'wrongValue':
      return t('app.config.wrongValue', { key, expected: problem.expected });
    default:
      return assertNever(problem);
  }
}
