import { memo } from 'react';
import type { BackEnd } from '../api/config.ts';
import { type Exchange, useExchange } from '../api/exchange.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { lineLabel } from '../i18n/names.ts';
import type { Plan } from '../series/plan.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { commandOf, curlOf, isLastCall, targetOf, typescriptOf } from './code.ts';

interface RequestPanelProps {
  plan: Plan;
  backEnd: BackEnd;
}

/** Code that fetches the shown series, and the last response. */
function RequestPanel({ plan, backEnd }: RequestPanelProps) {
  const exchange = useExchange();
  const catalogue = useCatalogue();
  const line = plan.lines[0] ?? {};
  const target = targetOf(backEnd);
  return (
    <>
      {plan.lines.length > 1 && <p className="hint">{m.request_of({ line: lineLabel(line, catalogue) })}</p>}
      <Code title="TypeScript" code={typescriptOf(plan, line, target)} />
      <Code title="session-series" code={commandOf(plan, plan.lines, target)} />
      <Code title="cURL" code={curlOf(plan, line, target)} />
      {target.kind === 'simulated' && <p className="hint">{m.code_simulated()}</p>}
      {isLastCall(plan) && <p className="hint">{m.curl_last_window()}</p>}
      {exchange && <LastResponse exchange={exchange} />}
    </>
  );
}

function Code({ title, code }: { title: string; code: string }) {
  return (
    <figure className="code">
      <figcaption>
        <span translate="no">{title}</span>
        <CopyButton what={title} text={() => code} isPlain />
      </figcaption>
      <pre translate="no">
        <code>{code}</code>
      </pre>
    </figure>
  );
}

function LastResponse({ exchange }: { exchange: Exchange }) {
  const { format } = useLocale();
  return (
    <dl className="answer">
      <div>
        <dt>{m.last_response()}</dt>
        <dd>
          {exchange.status === 0 ? m.no_response() : exchange.status} ·{' '}
          {format.duration(exchange.milliseconds)} · {format.clock(exchange.at)}
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
