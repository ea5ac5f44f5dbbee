import { memo, useState } from 'react';
import type { BackEnd } from '../api/config.ts';
import { type Exchange, useExchange } from '../api/exchange.ts';
import { instances } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { lineLabel } from '../i18n/names.ts';
import type { Plan } from '../series/plan.ts';
import { curlOf, typescriptOf } from './code.ts';

interface RequestPanelProps {
  plan: Plan;
  backEnd: BackEnd;
}

/** The request behind the picture, to be copied, and the last answer. */
function RequestPanel({ plan, backEnd }: RequestPanelProps) {
  const exchange = useExchange();
  const line = plan.lines[0] ?? {};
  const base = backEnd.backEnd === 'mock' ? backEnd.url : undefined;
  return (
    <>
      {plan.lines.length > 1 && <p className="hint">{m.request_of({ line: lineLabel(line) })}</p>}
      <Code title="cURL" code={curlOf(plan, line, base ?? instances[0].url)} />
      {plan.isRange && <p className="hint">{m.curl_last_window()}</p>}
      <Code title="TypeScript" code={typescriptOf(plan, line, base)} />
      {exchange && <Answer exchange={exchange} />}
    </>
  );
}

function Code({ title, code }: { title: string; code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <figure className="code">
      <figcaption>
        <span translate="no">{title}</span>
        <button type="button" className="plain" onClick={copy} aria-label={m.copy_what({ name: title })}>
          {copied ? m.copied() : m.copy()}
        </button>
      </figcaption>
      <pre translate="no">
        <code>{code}</code>
      </pre>
    </figure>
  );
}

function Answer({ exchange }: { exchange: Exchange }) {
  const { format } = useTongue();
  return (
    <dl className="answer">
      <div>
        <dt>{m.last_answer()}</dt>
        <dd>
          {exchange.status === 0 ? m.no_answer() : exchange.status} · {format.duration(exchange.milliseconds)}{' '}
          · {format.clock(exchange.at)}
        </dd>
      </div>
      {Object.entries(exchange.rateLimit).map(([name, value]) => (
        <div key={name}>
          <dt translate="no">{name}</dt>
          <dd>
            {name.endsWith('Reset') ? format.clock(Number(value) * 1000) : format.integer(Number(value))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export default memo(RequestPanel);
