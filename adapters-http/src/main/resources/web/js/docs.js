import './core.js';
