import { colourOf } from '../chart/colours.ts';

/** Hands a file to the reader without a server. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The chart's canvas on its background, with a title above. */
export async function pictureOf(canvas: HTMLCanvasElement, title: string): Promise<Blob> {
  const scale = window.devicePixelRatio;
  const margin = 16 * scale;
  const head = 36 * scale;
  const picture = document.createElement('canvas');
  picture.width = canvas.width + 2 * margin;
  picture.height = canvas.height + head + margin;
  const context = picture.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas.');
  context.fillStyle = colourOf(document.body, '--surface');
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = colourOf(document.body, '--text');
  context.font = `600 ${14 * scale}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.fillText(title, margin, head / 2, canvas.width);
  context.drawImage(canvas, margin, head);
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was not made.'))));
  });
}
