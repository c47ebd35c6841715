// The ways to break of the page /browser.
const element = (name, members) => document.body.append(Object.assign(document.createElement(name), members));
const later = work => setTimeout(work);

const breaks = {
  'throw': () => later(() => null.croissant),
  'throw-overwritten': () => {
    window.onerror = () => true;
    later(() => { throw new RangeError('The mixer was set to eleven.'); });
  },
  'reject-error': () => { Promise.reject(new Error('The delivery was refused.')); },
  'reject-string': () => { Promise.reject('out of butter'); },
  'script': () => element('script', { src: '/missing/script.js' }),
  'image': () => element('img', { src: '/missing/image.png', alt: '' }),
  'integrity': () => element('script', { src: '/sample.js', integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', crossOrigin: 'anonymous' }),
  'api': async () => {
    const response = await fetch('/break/throw');
    if (!response.ok) throw new Error(`The kitchen answered ${response.status}.`);
  },
  'secret': () => later(() => { throw new Error('Login failed for jane.doe@example.com, password=hunter2-breakery'); }),
  'flood': () => {
    for (let i = 0; i < 10000; i++) later(() => { throw new Error(`Crumb ${'abcdefghij'[i % 10]} fell.`); });
  },
};

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('[data-js-break]') : null;
  if (!button) return;
  const output = document.getElementById('answer');
  if (output) output.textContent = `Done: ${button.dataset.jsBreak}. The start page lists what was caught.`;
  return breaks[button.dataset.jsBreak]();
});
