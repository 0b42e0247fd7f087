import "compliance-gate/element";
import { send } from "./send.js";

/** React 19 sets properties of custom elements and listens to their events by name. */
export function NextAction({ guidance, onAction }) {
  return (
    <compliance-next-action
      guidance={guidance}
      onaction={(event) => onAction(event.detail.action)}
      onupload={(event) => event.waitUntil(send(event.detail.file, event.detail.documentType))}
    />
  );
}
