import type { Contract, Finding, Operation } from 'openapi-mock-engine/model';
import { useEffect, useRef, useState } from 'react';
import type { BackEnd } from '../api/config.ts';
import { Prose } from '../contract/prose.tsx';
import { download } from '../export/files.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { findingText } from './finding-text.ts';
import { exampleBody, isFile } from './form-body.ts';
import { fieldName, prepare, type Typed, typedExamples } from './form-values.ts';
import { ParameterField } from './parameter-field.tsx';
import { type Received, sender } from './send.ts';

interface OperationFormProps {
  contract: Contract;
  operation: Operation;
  backEnd: BackEnd;
}

/** A form for one operation, made from the contract, and the response to it. */
export function OperationForm({ contract, operation, backEnd }: OperationFormProps) {
  const { format } = useLocale();
  const [typed, setTyped] = useState<Typed>(() => typedExamples(contract, operation));
  const [findings, setFindings] = useState<Finding[]>([]);
  const [received, setReceived] = useState<Received>();
  const [isSending, setSending] = useState(false);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const { parameters, requestBody } = operation;
  const media = requestBody?.content.find(({ mediaType }) => mediaType === typed.mediaType);
  const ofBody = findings.filter(({ in: place }) => place === 'body');
  const submit = async () => {
    const prepared = prepare(contract, operation, typed);
    setFindings('findings' in prepared ? prepared.findings : []);
    if ('findings' in prepared) return;
    controller.current?.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    setSending(true);
    const response = await sender(backEnd)(operation, prepared.request, signal).catch(() => undefined);
    if (signal.aborted) return;
    setReceived(response);
    setSending(false);
  };
  return (
    <div className="operation">
      <form
        className="card"
        aria-label={operation.summary ?? operation.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2>{operation.summary ?? operation.id}</h2>
        <p className="route" translate="no">
          <code>
            {operation.method} {operation.path}
          </code>
          {operation.deprecated && <span className="badge">{m.deprecated()}</span>}
        </p>
        {operation.description && <Prose markdown={operation.description} />}
        {parameters.length === 0 && !requestBody && <p className="hint">{m.no_parameters()}</p>}
        <div className="fields">
          {parameters.map((parameter) => {
            const name = fieldName(parameter);
            const own = findings.filter(
              (finding) => finding.in !== 'body' && finding.name.split(/[.[]/)[0] === parameter.name,
            );
            return (
              <ParameterField
                key={name}
                contract={contract}
                parameter={parameter}
                value={typed.parameters[name] ?? ''}
                error={own[0] && findingText(own[0], contract.resolve(parameter.schema))}
                onChange={(value) =>
                  setTyped({ ...typed, parameters: { ...typed.parameters, [name]: value } })
                }
              />
            );
          })}
          {requestBody && (
            <div className="field" data-invalid={ofBody.length > 0 || undefined}>
              <label htmlFor="body">
                {m.body()} {requestBody.required && <small>{m.required()}</small>}
              </label>
              {requestBody.content.length > 1 && (
                <select
                  aria-label={m.media_type()}
                  value={typed.mediaType}
                  onChange={({ target }) => {
                    const chosen = requestBody.content.find(({ mediaType }) => mediaType === target.value);
                    setTyped({ ...typed, mediaType: target.value, body: chosen ? exampleBody(chosen) : '' });
                  }}
                >
                  {requestBody.content.map(({ mediaType }) => (
                    <option key={mediaType}>{mediaType}</option>
                  ))}
                </select>
              )}
              {media && isFile(media) ? (
                <input
                  id="body"
                  type="file"
                  aria-describedby="body-error"
                  onChange={({ target }) => setTyped({ ...typed, file: target.files?.[0] })}
                />
              ) : (
                <textarea
                  id="body"
                  rows={8}
                  spellCheck={false}
                  value={typed.body}
                  aria-describedby="body-error"
                  onChange={({ target }) => setTyped({ ...typed, body: target.value })}
                />
              )}
              <p className="hint" translate="no">
                {typed.mediaType}
              </p>
              <p className="error" id="body-error" role="alert">
                {ofBody.map((finding) => `${finding.name}: ${findingText(finding)}`).join(' ')}
              </p>
            </div>
          )}
          <div className="buttons">
            <button type="submit" disabled={isSending}>
              {m.send()}
            </button>
          </div>
        </div>
      </form>
      <section className="card" aria-label={m.response()} aria-live="polite">
        <h2>{m.response()}</h2>
        {!received && <p className="hint">{isSending ? m.fetching_call() : m.no_response_yet()}</p>}
        {received && (
          <>
            <p data-status={received.status}>
              <b>{received.status === 0 ? m.no_response() : received.status}</b>
              {' · '}
              {format.duration(received.milliseconds)} <code translate="no">{received.type}</code>
            </p>
            {received.text !== undefined && received.text !== '' && (
              <pre translate="no">
                <code>{received.text.slice(0, 100_000)}</code>
              </pre>
            )}
            {received.body && received.body.size > 0 && (
              <button
                type="button"
                onClick={() =>
                  received.body && download(`${operation.id}.${extensionOf(received.type)}`, received.body)
                }
              >
                {m.save_response({ size: format.integer(received.body.size) })}
              </button>
            )}
          </>
        )}
      </section>
    </div>
  );
}

function extensionOf(type: string): string {
  return /(json|csv|xml|html|yaml|pdf|png)/.exec(type)?.[1] ?? (type.startsWith('text/') ? 'txt' : 'bin');
}
