/** Early media that was not only offered: RTP between a 183 and the end is told, by its times; without RTP nothing is claimed. */
import { describe, expect, it } from 'vitest';
import { languages, localeOf } from '../../src/locales/languages.ts';
import { type Part, synthesise } from '../media/synthesiser.ts';
import { Trace } from '../media/trace.ts';

const CALLER = '192.0.2.1:5060';
const GATEWAY = '192.0.2.9:5060';

function headers(cseq: string, tag: string): readonly string[] {
  return [
    `Via: SIP/2.0/UDP ${CALLER};branch=z9hG4bKsound${cseq.endsWith('ACK') ? 'a' : ''}`,
    'From: <sip:alice@example.com>;tag=a',
    `To: <sip:bob@example.com>${tag}`,
    'Call-ID: sound@example.com',
    `CSeq: ${cseq}`,
    'Max-Forwards: 70',
  ];
}

/** 100, 183 with SDP after 1.2 s, 600 after 8.0 s. */
function refused(): Trace {
  return new Trace()
    .sip(0, CALLER, GATEWAY, 'INVITE sip:bob@example.com SIP/2.0', headers('1 INVITE', ''), { address: '192.0.2.1' })
    .sip(2, GATEWAY, CALLER, 'SIP/2.0 100 Trying', headers('1 INVITE', ''))
    .sip(1_200, GATEWAY, CALLER, 'SIP/2.0 183 Session Progress', headers('1 INVITE', ';tag=b'), {
      address: '192.0.2.9',
    })
    .sip(8_000, GATEWAY, CALLER, 'SIP/2.0 600 Busy Everywhere', headers('1 INVITE', ';tag=b'))
    .sip(8_010, CALLER, GATEWAY, 'ACK sip:bob@example.com SIP/2.0', headers('1 ACK', ';tag=b'));
}

const rtp = { from: '192.0.2.9:40000', to: '192.0.2.1:40000' };

describe('RTP to the caller before the end', () => {
  it('is told with the 183 that it followed, and by the verdict', () => {
    const [{ steps, verdict }] = refused()
      .rtp({ ...rtp, at: 1_400, packets: 300 })
      .report('sdp', 'all').calls;
    expect(steps.map(({ text }) => text)[1]).toContain('RTP to the caller began after 200 ms.');
    expect(verdict.text).toContain('early media was open for 6.8 s and RTP went to the caller');
    expect(verdict.text).not.toContain('may have heard');
  });

  it('is not claimed where there was none, or none before the end', () => {
    const silent = refused().report('sdp', 'all').calls[0];
    expect(silent.verdict.text).toContain('the caller may have heard ringing or an announcement');
    expect(silent.steps.map(({ text }) => text).join(' ')).not.toContain('RTP');
    const late = refused()
      .rtp({ ...rtp, at: 8_005, packets: 5 })
      .report('sdp', 'all').calls[0];
    expect(late.verdict.text).toBe(silent.verdict.text);
    const own = refused().rtp({ from: rtp.to, to: rtp.from, at: 1_400, packets: 300 }).report('sdp', 'all').calls[0];
    expect(own.verdict.text).toBe(silent.verdict.text);
  });

  it('says which tone it was, where one can be told', () => {
    const busy: Part[] = Array.from({ length: 6 }, (): Part[] => [
      [[425], 480],
      [[], 480],
    ]).flat();
    const [call] = refused()
      .rtp({ ...rtp, at: 1_400, packets: 288, sound: synthesise(busy) })
      .report('sdp', 'all').calls;
    expect(call.steps[1].text).toContain('The caller heard the busy tone.');
    const voice = refused()
      .rtp({ ...rtp, at: 1_400, packets: 288, sound: synthesise([[[180, 360, 540], 5_760]]) })
      .report('sdp', 'all').calls[0];
    expect(voice.steps[1].text).not.toContain('tone');
  });

  it.each(languages)('has its words in %s', async (tag) => {
    const locale = await localeOf(tag);
    const report = refused()
      .rtp({ ...rtp, at: 1_400, packets: 300 })
      .report('sdp', 'all', locale);
    const [{ steps, verdict }] = report.calls;
    expect(steps[1].text).toMatch(/RTP.* 200 /);
    expect(verdict.text).toMatch(/6[.,]8 .*RTP/);
  });
});
