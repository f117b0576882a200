import { setUpComposer } from './composer.js';
import { setUpElder } from './elder.js';
import { setUpPassages } from './passages.js';
import { addSpeech } from './speech.js';
import { setUpStage } from './stage.js';
import { setUpTurns } from './turns.js';

setUpElder();
if (document.getElementById('log')) {
  const turns = setUpTurns();
  setUpComposer(turns);
  setUpPassages();
}
if (document.getElementById('stage')) {
  setUpStage();
  setUpPassages();
}
for (const message of document.querySelectorAll('.message')) addSpeech(message);
