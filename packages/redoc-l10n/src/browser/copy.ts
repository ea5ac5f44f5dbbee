/** Makes the copy buttons of code blocks work, including blocks that are added or changed later. */
export function startCopy(): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null;
    if (!button) return;
    const label = button.textContent;
    await navigator.clipboard.writeText(button.nextElementSibling?.textContent.trimEnd() ?? '');
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}
