// The page of a slot. Each module looks after one thing and listens on the document, so that what is swapped in works at once.
import './core.js';
import './slot-form.js';
import './drop-zone.js';
import './prompt.js';
import './slot-test.js';
import './unsaved.js';
