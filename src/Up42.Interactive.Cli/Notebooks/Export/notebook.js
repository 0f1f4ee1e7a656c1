// A frame of a cell says how high its content is.
addEventListener('message', event => {
  const height = Number(event.data?.height);
  for (const frame of document.querySelectorAll('iframe.frame')) {
    if (frame.contentWindow === event.source && height > 0) frame.style.height = Math.min(height, 4000) + 'px';
  }
});

// The contents stand open where there is room beside the text; one button folds all code.
const contents = document.querySelector('details.contents');
if (contents) contents.open = matchMedia('(min-width: 84rem)').matches;
const fold = document.querySelector('button.fold'), sources = [...document.querySelectorAll('details.source')];
if (fold && sources.length) {
  const label = () => { fold.textContent = sources.some(source => source.open) ? 'Hide code' : 'Show code'; };
  fold.hidden = false;
  fold.addEventListener('click', () => { const open = !sources.some(source => source.open); for (const source of sources) source.open = open; });
  for (const source of sources) source.addEventListener('toggle', label);
  label();
}
