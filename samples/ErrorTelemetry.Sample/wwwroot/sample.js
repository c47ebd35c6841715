// The first page: fetch a failing endpoint in place, show what it answered, and bring the list of groups up to date.
const answer = document.getElementById('answer');

async function press(link) {
  const path = link.getAttribute('href');
  const aborting = path.endsWith('/aborted');
  const abort = new AbortController();
  if (aborting) setTimeout(() => abort.abort(), 300);
  answer.className = 'answer';
  answer.textContent = `GET ${path} …`;
  try {
    const response = await fetch(path, { signal: abort.signal });
    const id = response.headers.get('x-correlation-id');
    await response.text();
    show(response.status >= 400, `${response.status} ${response.statusText} · correlation id ${id ?? 'none'}`);
  } catch (error) {
    show(!aborting, aborting ? 'Aborted by this page, as intended.' : `The connection broke: ${error.message}`);
  }
  await refresh();
}

function show(bad, text) {
  answer.className = bad ? 'answer bad' : 'answer';
  answer.textContent = text;
}

async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  document.getElementById('groups')?.replaceWith(page.getElementById('groups'));
}

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[data-fetch]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  press(link);
});

// What components call, and break on.
window.breakery = {
  explode() { throw new TypeError('The script forgot the sugar.'); },
  callBack(assembly) { DotNet.invokeMethodAsync(assembly, 'Explode'); },
};
