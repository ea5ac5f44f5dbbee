import type { Operation } from 'openapi-mock-engine/model';
import { useEffect } from 'react';
import type { Config } from '../api/config.ts';
import { contracts } from '../generated/contracts.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { useLoaded } from '../shell/loaded.tsx';
import { change, searchWith } from '../view/address.ts';
import { own } from '../view/names.ts';
import { OperationForm } from './operation-form.tsx';
import '../styles/forms.css';

interface OperationsPageProps {
  /** Id of the operation whose form is open. */
  id: string;
  config: Config;
}

/** A form for each operation of the contract. */
export default function OperationsPage({ id, config }: OperationsPageProps) {
  const { locale } = useLocale();
  const contract = useLoaded(contracts[locale]);
  const operations = contract?.operations ?? [];
  const operation = operations.find((one) => one.id === id) ?? operations[0];
  const title = `${operation?.summary ?? m.operations()} – ${m.title()}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="layout">
      <nav className="panel" aria-label={m.operations()}>
        <h2>{m.operations()}</h2>
        <ul className="operations">
          {operations.map((one) => (
            <li key={one.id}>
              <OperationLink operation={one} isCurrent={one === operation} />
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {contract && operation && (
          <OperationForm
            key={operation.id}
            contract={contract}
            operation={operation}
            backEnd={config.backEnd}
          />
        )}
      </main>
    </div>
  );
}

function OperationLink({ operation, isCurrent }: { operation: Operation; isCurrent: boolean }) {
  return (
    <a
      href={searchWith({ [own.operation]: operation.id })}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault();
        change({ [own.operation]: operation.id });
      }}
    >
      {operation.summary ?? operation.id}
      <code translate="no">
        {operation.method} {operation.path}
      </code>
    </a>
  );
}
