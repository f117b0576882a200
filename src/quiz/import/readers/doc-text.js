import { buffer } from 'node:stream/consumers';
import WordExtractor from 'word-extractor';

const document = await new WordExtractor().extract(await buffer(process.stdin));
process.stdout.write(document.getBody({ filterUnicode: false }));
