// Google's own client against the local server: everything that the store relies on, and documents that the two exchange.
//   node interop.mjs LOAD_PROGRAM        with FIRESTORE_EMULATOR_HOST set
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Firestore, FieldPath, FieldValue, Timestamp } from '@google-cloud/firestore';

const load = process.argv[2];
const host = process.env.FIRESTORE_EMULATOR_HOST;
const db = new Firestore({ projectId: 'demo' });
const things = db.collection('things');
const code = (number) => (error) => error.code === number;
const [NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION, INVALID_ARGUMENT] = [5, 6, 9, 3];

const checks = {
  async 'creates, and refuses a second time'() {
    await things.doc('created').create({ n: 1 });
    await assert.rejects(things.doc('created').create({ n: 2 }), code(ALREADY_EXISTS));
    assert.equal((await things.doc('created').get()).data().n, 1);
  },

  async 'updates only what exists, by precondition'() {
    await assert.rejects(things.doc('absent').update({ n: 1 }), code(NOT_FOUND));
    const written = await things.doc('stamped').set({ n: 1 });
    await things.doc('stamped').update({ n: 2 }, { lastUpdateTime: written.writeTime });
    await assert.rejects(things.doc('stamped').update({ n: 3 }, { lastUpdateTime: written.writeTime }), code(FAILED_PRECONDITION));
    await assert.rejects(things.doc('absent').delete({ exists: true }), code(NOT_FOUND));
  },

  async 'commits a batch whole or not at all'() {
    const batch = db.batch().set(things.doc('half'), { n: 1 }).create(things.doc('created'), {});
    await assert.rejects(batch.commit(), code(ALREADY_EXISTS));
    assert.equal((await things.doc('half').get()).exists, false);
  },

  async 'counts, bounds and unites by transforms'() {
    const doc = things.doc('transforms');
    await doc.set({ count: 1, low: 5, high: 5, ratio: 0.5, list: ['a'], text: 'x' });
    await doc.update({
      count: FieldValue.increment(41), low: FieldValue.minimum(3), high: FieldValue.maximum(4), ratio: FieldValue.increment(1),
      list: FieldValue.arrayUnion('a', 'b'), text: FieldValue.increment(7), at: FieldValue.serverTimestamp(),
    });
    await doc.update(new FieldPath('releases', '1.4.2', 'count'), FieldValue.increment(2), new FieldPath('releases', 'a`b\\c', 'count'), FieldValue.increment(1));
    const { at, ...rest } = (await doc.get()).data();
    assert.ok(at instanceof Timestamp);
    assert.deepEqual(rest, {
      count: 42, low: 3, high: 5, ratio: 1.5, list: ['a', 'b'], text: 7, releases: { '1.4.2': { count: 2 }, 'a`b\\c': { count: 1 } },
    });
    await doc.update({ list: FieldValue.arrayRemove('a'), high: FieldValue.delete() });
    assert.deepEqual((await doc.get()).get('list'), ['b']);
    assert.equal((await doc.get()).get('high'), undefined);
  },

  async 'merges, replaces and deletes'() {
    const doc = things.doc('merged');
    await doc.set({ a: 1, map: { x: 1 } });
    await doc.set({ b: 2, map: { y: 2 } }, { merge: true });
    assert.deepEqual((await doc.get()).data(), { a: 1, b: 2, map: { x: 1, y: 2 } });
    await doc.set({ c: 3 });
    assert.deepEqual((await doc.get()).data(), { c: 3 });
    await doc.delete();
    assert.equal((await doc.get()).exists, false);
  },

  async 'gets many at once, with a mask'() {
    const found = await db.getAll(things.doc('created'), things.doc('absent'), { fieldMask: ['n'] });
    assert.deepEqual(found.map((snapshot) => snapshot.exists), [true, false]);
  },

  async 'queries by filters, orders and cursors'() {
    const numbers = db.collection('numbers');
    await Promise.all(Array.from({ length: 25 }, (_, i) => numbers.doc(`n${String(i).padStart(2, '0')}`).set({ value: i % 5, kind: i % 2 ? 'odd' : 'even' })));
    let page = await numbers.orderBy('value').limit(10).get();
    const seen = [];
    while (!page.empty) {
      seen.push(...page.docs.map((doc) => doc.id));
      page = await numbers.orderBy('value').startAfter(page.docs.at(-1)).limit(10).get();
    }
    assert.equal(new Set(seen).size, 25);
    assert.equal((await numbers.where('kind', 'in', ['odd', 'none']).get()).size, 12);
    assert.equal((await numbers.where('value', '>=', 3).where('value', '<', 4).select('value').get()).size, 5);
    assert.deepEqual((await numbers.orderBy('value', 'desc').endAt(4).get()).docs.map((doc) => doc.get('value')), [4, 4, 4, 4, 4]);
    await assert.rejects(numbers.where('kind', '==', 'odd').orderBy('value', 'desc').get(), code(FAILED_PRECONDITION));
  },

  async 'keeps contending transactions apart'() {
    const doc = things.doc('contended');
    await doc.set({ n: 0 });
    await Promise.all(Array.from({ length: 5 }, () => db.runTransaction(async (transaction) => {
      const { n } = (await transaction.get(doc)).data();
      transaction.update(doc, { n: n + 1 });
    }, { maxAttempts: 50 })));
    assert.equal((await doc.get()).get('n'), 5);
    await assert.rejects(db.runTransaction(async () => { throw new Error('rolled back'); }), /rolled back/);
  },

  async 'holds to the limits'() {
    await assert.rejects(things.doc('long').set({ text: 'x'.repeat(1501) }), code(INVALID_ARGUMENT));
    await assert.rejects(things.doc('large').set({ bytes: Buffer.alloc(1_100_000) }), code(INVALID_ARGUMENT));
  },

  async 'reads what the store wrote'() {
    const fingerprint = run('sample')[0];
    const group = (await db.doc(`telemetry_error_groups/${fingerprint}`).get()).data();
    assert.equal(group.fingerprint, fingerprint);
    assert.equal(group.count, 3);
    assert.equal(group.firstSeenMs, group.firstSeen.toMillis());
    assert.equal(group.lastSeenMs, group.lastSeen.toMillis());
    assert.deepEqual(group.environments, ['production', 'staging']);
    assert.equal(group.releases['1.4.2'].count, 2);
    assert.equal(group.releases['1.5.0`\\'].count, 1);
    assert.equal(group.firstRelease, '1.4.2');
    assert.equal(group.sample.culpritFrame.line, 42);
    assert.equal(group.triage.status, 'triaged');
    assert.equal(group.triage.issue.number > 0, true);
    assert.ok(group.expireAt instanceof Timestamp);
    const events = await db.collection('telemetry_error_events').where('fingerprint', '==', fingerprint)
      .orderBy('timestamp', 'desc').orderBy('__name__', 'asc').get();
    assert.deepEqual(events.docs.map((doc) => doc.id), ['interop-2', 'interop-1']);
    assert.equal(events.docs[1].get('tags.tenant'), 't1');
    assert.ok(events.docs[0].get('expireAt') instanceof Timestamp);
    assert.equal((await db.collection('telemetry_error_receipts').get()).size, 1);
  },

  async 'writes what the store reads'() {
    const fingerprint = 'a'.repeat(64);
    const seen = Timestamp.fromMillis(1_790_000_000_000);
    const event = {
      fingerprint, eventId: 'from-node-1', groupingVersion: 'v1', timestamp: seen, type: 'TypeError', message: 'from node', title: 'TypeError: from node',
      mechanism: 'manual', handled: true, correlationId: 'from-node-code', tags: { tenant: 't9' }, redactions: { email: 2 },
      causes: [{ type: 'RangeError', message: 'm' }], breadcrumbs: [{ timestamp: seen, category: 'navigation', message: '/' }],
    };
    await db.doc('telemetry_error_events/from-node-1').create(event);
    await db.doc(`telemetry_error_groups/${fingerprint}`).create({
      fingerprint, groupingVersion: 'v1', type: event.type, title: event.title, count: 7, firstSeen: seen, lastSeen: seen, firstSeenMs: seen.toMillis(), lastSeenMs: seen.toMillis(),
      mechanisms: ['manual'], environments: ['test'], releases: { 9: { name: '9', order: 1, count: 7, firstSeenMs: seen.toMillis() } }, lastCorrelationIds: ['from-node-code'],
      sample: event, triage: { status: 'open', version: 0 },
    });
    const [group, listed, found] = run('read', fingerprint, 'from-node-code').map((line, i) => (i === 1 ? line : JSON.parse(line)));
    assert.equal(group.count, 7);
    assert.equal(group.releases[0].name, '9');
    assert.equal(group.firstSeen, '2026-09-21T14:13:20+00:00');
    assert.equal(listed, 'listed');
    assert.equal(found.eventId, 'from-node-1');
    assert.equal(found.tags.tenant, 't9');
    assert.equal(found.redactions.email, 2);
    assert.equal(found.breadcrumbs[0].category, 'navigation');
  },
};

function run(...args) {
  return execFileSync('dotnet', [load, args[0], host, ...args.slice(1)], { encoding: 'utf8' }).trim().split('\n');
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`  ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`  FAIL  ${name}\n${error.stack}`);
  }
}

await db.terminate();
console.log(`interop: ${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
