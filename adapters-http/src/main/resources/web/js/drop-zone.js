// Zones for images: by dragging, choosing, the keyboard, or from the clipboard. What the browser finds wrong is a hint; the server decides.
import { announce, headers, icon, noteOffline, Refusal, signInAgain, text } from './core.js';

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];
const UNDRAWN = /\.(heic|heif)$/i;
const BAR_FROM_BYTES = 1024 * 1024;
const SIZES = [['megabyte', BAR_FROM_BYTES, 1], ['kilobyte', 1024, 0]];

const uploads = new WeakMap();
const part = (zone, name) => zone.querySelector(`[data-zone-${name}]`);

function size(bytes) {
  const [unit, of, maximumFractionDigits] = SIZES.find(([, least]) => bytes >= least) ?? SIZES[1];
  return new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, maximumFractionDigits }).format(bytes / of);
}

function changed(zone) {
  part(zone, 'value').dispatchEvent(new Event('change', { bubbles: true }));
}

function say(zone, words) {
  part(zone, 'error').textContent = words;
  part(zone, 'drop').classList.toggle('zone-wrong', words !== '');
  const input = part(zone, 'input');
  if (words) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

function showState(zone, shown) {
  part(zone, 'shown').hidden = !shown;
  part(zone, 'invite').hidden = shown;
}

function clearPicture(zone) {
  const picture = part(zone, 'picture');
  const image = picture.querySelector('img');
  if (image?.src.startsWith('blob:')) URL.revokeObjectURL(image.src);
  picture.replaceChildren();
  return picture;
}

function draw(zone, src, fallback) {
  const image = document.createElement('img');
  image.alt = text('slot.js.preview');
  image.dataset.zoneImage = '';
  image.src = src;
  if (fallback) image.addEventListener('error', fallback, { once: true });
  clearPicture(zone).append(image);
}

/** Browsers can't draw every type that the server takes. */
function tile(zone) {
  const box = document.createElement('div');
  box.className = 'zone-tile';
  const words = document.createElement('span');
  words.textContent = text('slot.js.heic');
  box.append(icon('image'), words);
  clearPicture(zone).append(box);
}

function preview(zone, file) {
  if (UNDRAWN.test(file.name) || file.type.includes('hei')) tile(zone);
  else draw(zone, URL.createObjectURL(file), () => tile(zone));
  part(zone, 'about').textContent = file.name;
  showState(zone, true);
}

function progress(zone, percent) {
  const bar = part(zone, 'progress');
  bar.hidden = percent === null;
  bar.value = percent ?? 0;
}

function send(zone, file) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('file', file);
    const xhr = new XMLHttpRequest();
    uploads.set(zone, xhr);
    xhr.open('POST', '/api/media/register');
    xhr.responseType = 'json';
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...headers() })) xhr.setRequestHeader(name, value);
    if (file.size >= BAR_FROM_BYTES) {
      progress(zone, 0);
      xhr.upload.addEventListener('progress', event => {
        if (event.lengthComputable) progress(zone, Math.round(event.loaded / event.total * 100));
      });
    }
    xhr.addEventListener('load', () => (xhr.status < 300 ? resolve(xhr.response)
      : reject(new Refusal(xhr.status, xhr.response?.error, xhr.getResponseHeader('X-Request-Id')))));
    xhr.addEventListener('error', () => { noteOffline(); reject(new Refusal(0, { message: text('common.js.offline', 5) })); });
    xhr.addEventListener('abort', () => resolve(null));
    xhr.send(body);
  });
}

async function upload(zone, file) {
  try {
    return await send(zone, file);
  } catch (refusal) {
    if (refusal.status !== 401 || !await signInAgain()) throw refusal;
    return send(zone, file);
  }
}

async function take(zone, files) {
  const file = files[0];
  if (!file) return;
  uploads.get(zone)?.abort();
  say(zone, '');
  const toggle = part(zone, 'switch');
  if (toggle) toggle.checked = true;
  // a hint: some systems know no type for HEIC
  if (file.type && !TYPES.includes(file.type)) {
    say(zone, text('slot.js.notImage', file.type));
    return;
  }
  preview(zone, file);
  announce(text('slot.js.uploading', file.name));
  zone.setAttribute('aria-busy', 'true');
  try {
    const image = await upload(zone, file);
    if (!image) return;
    part(zone, 'value').value = image.id;
    part(zone, 'about').textContent = text('slot.js.about', file.name, image.width, image.height, size(image.size_bytes));
    if (part(zone, 'picture').querySelector('.zone-tile')) draw(zone, `/api/media/${image.id}/thumbnail`, () => tile(zone));
    announce(files.length > 1 ? text('slot.js.oneOnly') : text('slot.js.uploaded', file.name));
    changed(zone);
  } catch (refusal) {
    empty(zone);
    say(zone, refusal.words ?? String(refusal));
    part(zone, 'input').focus();
  } finally {
    progress(zone, null);
    zone.removeAttribute('aria-busy');
    part(zone, 'input').value = '';
  }
}

function empty(zone) {
  clearPicture(zone);
  part(zone, 'value').value = '';
  showState(zone, false);
}

function remove(zone) {
  uploads.get(zone)?.abort();
  empty(zone);
  say(zone, '');
  announce(text('slot.js.removed'));
  changed(zone);
  part(zone, 'input').focus();
}

const zoneOf = event => event.target.closest?.('[data-zone]');
const images = data => [...(data?.files ?? [])];
let lastZone = null;

document.addEventListener('change', event => {
  if (event.target.matches('[data-zone-input]')) take(zoneOf(event), [...event.target.files]);
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-zone-remove]')) remove(zoneOf(event));
});
for (const name of ['dragenter', 'dragover']) {
  document.addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // a photo that misses the zone must not replace the page
    event.preventDefault();
    document.querySelectorAll('.zone-over').forEach(over => over.classList.remove('zone-over'));
    zoneOf(event)?.querySelector('[data-zone-drop]').classList.add('zone-over');
  });
}
for (const name of ['dragleave', 'drop', 'dragend']) {
  document.addEventListener(name, () => document.querySelectorAll('.zone-over').forEach(over => over.classList.remove('zone-over')));
}
document.addEventListener('drop', event => {
  const files = images(event.dataTransfer);
  if (!files.length) return;
  event.preventDefault();
  const zone = zoneOf(event);
  if (zone) take(zone, files);
});
for (const name of ['focusin', 'pointerover']) {
  document.addEventListener(name, event => { lastZone = zoneOf(event) ?? lastZone; }, { passive: true });
}
document.addEventListener('paste', event => {
  const files = images(event.clipboardData);
  if (!files.length) return;
  const usable = [...document.querySelectorAll('[data-zone]')].filter(zone => part(zone, 'drop').offsetParent !== null);
  const zone = usable.includes(lastZone) ? lastZone : usable.find(free => part(free, 'value').value === '') ?? usable[0];
  if (!zone) return;
  event.preventDefault();
  take(zone, files);
});
