declare module 'openapi-overlays-js/src/overlay.js' {
  export function applyOverlay(contract: object, overlay: object): unknown;
}
