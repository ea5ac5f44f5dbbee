import { essence, isJson, type MediaType } from 'openapi-mock-engine/model';
import { isText, type Planned } from './plan.ts';
import { literal } from './source.ts';

/** The name that the checks of an operation are imported by. */
export const checksOf = (method: string) => `checks_${method}`;

/** How responses are checked: by functions of the runtime, by compiled code, or not at all. */
export type Checks = 'composed' | 'compiled' | 'none';

const compiled = (check: string) => `/* @__PURE__ */ checks.compiled(${check})`;

/** The bodies of a status: one, or the choice among several. */
export function responseBodyOf(
  { operation, method }: Planned,
  status: number | undefined,
  content: Planned['successes'][number]['content'],
  checks: Checks,
): string {
  if (operation.method === 'HEAD' || status === 204 || status === 205) return '{}';
  const bodies = content.map(({ media: { mediaType }, validator }) => {
    const check = `${checksOf(method)}.${validator}`;
    const members = [
      ...(mediaType.includes('*') ? [] : [`kind: ${literal(kindOf(mediaType))}`]),
      ...(validator && checks !== 'none'
        ? [`check: /* @__PURE__ */ checks.ofResponse(${checks === 'compiled' ? compiled(check) : check})`]
        : []),
    ];
    return { mediaType, code: members.length > 0 ? `{ ${members.join(', ')} }` : '{}' };
  });
  const [only = { mediaType: '', code: '{}' }] = bodies;
  if (bodies.length <= 1 && !only.mediaType.includes('*')) return only.code;
  const entries = bodies.map(({ mediaType, code }) => `${literal(mediaType)}: ${code}`);
  return `/* @__PURE__ */ responses.byMediaType({ ${entries.join(', ')} })`;
}

/** The function of `src/request-bodies.ts` that writes a media type. */
export function requestBodyOf({ mediaType, encoding }: MediaType): string {
  if (isJson(mediaType)) return 'bodies.jsonBody';
  switch (essence(mediaType)) {
    case 'multipart/form-data':
      return 'bodies.multipartBody';
    case 'application/x-www-form-urlencoded': {
      const styles = Object.entries(encoding).flatMap(([name, value]) => {
        const { style = 'form', explode = style === 'form' } = Object(value);
        if (style === 'form' && explode) return [];
        return [
          `${literal(name)}: styles.${style === 'form' ? 'formJoined' : explode && style !== 'deepObject' ? 'form' : style}`,
        ];
      });
      return styles.length > 0
        ? `/* @__PURE__ */ bodies.formBodyOf({ ${styles.join(', ')} })`
        : 'bodies.formBody';
    }
    default:
      return 'bodies.rawBody';
  }
}

/** How a media type is read. */
function kindOf(mediaType: string): string {
  if (isJson(mediaType)) return 'json';
  return isText(mediaType) ? 'text' : 'bytes';
}
