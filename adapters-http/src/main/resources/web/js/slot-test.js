// A test as it goes on: the clock, the bar, and the server's view of it each time something changes.
import { announce, text } from './core.js';
import { onJobs, throttled } from './events.js';
import { pulse, toField } from './slot-form.js';

const TICK_MS = 250;
const LOOK_MS = 1500;
const PX_A_SEC = 10;
const LONGEST_SEC = 60;

const title = document.title;
let timer = null;
let lastLook = 0;
let said = '';

const panel = () => document.getElementById('test-panel');
const test = () => document.querySelector('[data-test]');

/** Beside the form where there is room for it, else above what is seen. */
function showPanel(begun) {
  const side = document.querySelector('.slot-side');
  if (getComputedStyle(side).position === 'sticky') side.scrollTop = 0;
  else if (begun) panel().scrollIntoView({ block: 'start' });
}

function look() {
  const now = test();
  if (now?.dataset.test !== 'running') return;
  lastLook = Date.now();
  htmx.ajax('GET', now.dataset.address, { target: '#test-panel', swap: 'innerHTML' });
}

function tick() {
  const now = test();
  if (now?.dataset.test !== 'running') return;
  const seconds = Math.max(0, (Date.now() - Date.parse(now.dataset.started)) / 1000);
  const limit = Number(now.dataset.limit);
  now.querySelector('[data-test-clock]').textContent = text('slot.js.seconds', Math.floor(seconds));
  now.querySelector('[data-test-bar]').setAttribute('width', String(Math.min(LONGEST_SEC, seconds) * PX_A_SEC));
  now.classList.toggle('test-slow', seconds >= limit);
  now.querySelector('[data-test-over]').hidden = seconds < limit;
  document.title = text('slot.js.testTitle', Math.floor(seconds), title);
  if (Date.now() - lastLook >= LOOK_MS) look();
}

/** Says what changed, once; the seconds are for the eye only. */
function tell(now) {
  const words = now.querySelector('[data-test-words]')?.textContent.trim() ?? '';
  if (words && words !== said) announce(words);
  said = words;
}

function compare(now) {
  const range = now.querySelector('[data-compare-range]');
  const before = now.querySelector('[data-compare-before]');
  if (!range) return;
  const ready = () => {
    range.hidden = false;
    before.hidden = false;
  };
  if (before.complete && before.naturalWidth) ready();
  else before.addEventListener('load', ready, { once: true });
}

function follow() {
  const now = test();
  if (!now) return;
  tell(now);
  compare(now);
  const running = now.dataset.test === 'running';
  if (running && !timer) {
    lastLook = Date.now();
    timer = setInterval(tick, TICK_MS);
    tick();
  }
  if (!running && timer) {
    clearInterval(timer);
    timer = null;
    const key = now.dataset.test === 'failed' ? 'slot.js.testFailed' : 'slot.js.testDone';
    document.title = text(key, said, title);
  }
}

document.addEventListener('htmx:configRequest', event => {
  if (!event.detail.elt.matches('[data-start-test]')) return;
  document.title = title;
  said = '';
  // a test that runs is shown again rather than begun twice
  if (test()?.dataset.test === 'running') {
    event.preventDefault();
    test().scrollIntoView({ block: 'nearest' });
    return;
  }
  const photo = document.querySelector('[name="test.photo"]');
  if (!photo.value) {
    event.preventDefault();
    const zone = photo.closest('[data-zone]');
    zone.querySelector('[data-zone-switch]').checked = true;
    zone.querySelector('[data-zone-error]').textContent = text('slot.js.needPhoto');
    toField(zone.querySelector('[data-zone-input]').id);
    return;
  }
  pulse();
});
document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target !== panel()) return;
  const begun = event.detail.requestConfig?.verb === 'post';
  const before = said;
  follow();
  if (begun) document.getElementById('test-title').focus({ preventScroll: true });
  if (begun || said !== before) showPanel(begun);
});
document.addEventListener('input', event => {
  if (event.target.matches('[data-compare-range]')) {
    event.target.closest('[data-compare]').style.setProperty('--cut', `${event.target.value}%`);
  }
});

const soon = throttled(look, 300);
onJobs({ job: job => { if (job.id === test()?.dataset.job) soon(job.id); }, ready: look });
follow();
