/** The ladder of a conversation: arrows that can be reached by keyboard, each with its message behind it. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { findStatus } from '../catalogue/statuses.ts';
import { type Drawing, type DrawingTexts, type DrawnArrow, drawingOf, FONT } from '../ladder/drawing.ts';
import type { Pins } from '../ladder/rows.ts';
import type { Drawable } from '../ladder/subject.ts';
import { widthOf } from '../ladder/widths.ts';
import { shortAddress } from '../reporters/address.ts';
import { safe } from '../reporters/safe.ts';
import { delta } from '../reporters/time.ts';
import { useKeys } from './keys.ts';
import { useView } from './view.ts';
import { counted, duration, type Words } from './words/words.ts';

/** A call with more is an attack or a test; its table has them all. */
const ROWS = 600;
/** Lines of the message that are shown beside the pointer. */
const PREVIEW = 16;

function textsOf(words: Words): DrawingTexts {
  return {
    phraseOf: (status) => findStatus(status)?.phrase ?? '',
    role: (role) => words.roles[role],
    time: delta,
    silence: (ms) => `${duration(words, ms)} ${words.silence}`,
    omission: (n) => counted(words, 'more', n),
    others: (n) => counted(words, 'hosts', n),
    shown: safe,
  };
}

export interface LadderProps {
  readonly subject: Drawable;
  readonly pins: Pins;
  /** Opens a message by its index. */
  onOpen(index: number): void;
  /** Shows the finding of a number. */
  onPin(number: number): void;
}

/** Where the pointer is over an arrow, in pixels of the window. */
interface Hover {
  readonly arrow: DrawnArrow;
  readonly x: number;
  readonly y: number;
}

export function Ladder({ subject, pins, onOpen, onPin }: LadderProps) {
  const { words } = useView();
  const drawing = useMemo(() => drawingOf(subject, pins, ROWS, textsOf(words)), [subject, pins, words]);
  const arrows = drawing.rows.filter((row) => row.kind === 'arrow');
  const [current, setCurrent] = useState(0);
  const [hover, setHover] = useState<Hover>();
  const svg = useRef<SVGSVGElement>(null);
  const focus = (index: number) => {
    const next = Math.max(0, Math.min(index, arrows.length - 1));
    setCurrent(next);
    const element = svg.current?.querySelectorAll<SVGGElement>('g.arrow')[next];
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };
  const entered = () => svg.current?.contains(document.activeElement) === true;
  useKeys({
    j: () => focus(entered() ? current + 1 : current),
    k: () => focus(entered() ? current - 1 : current),
  });
  const middle = ((drawing.lanes[0]?.x ?? 0) + (drawing.lanes[drawing.lanes.length - 1]?.x ?? 0)) / 2;
  return (
    <div class="ladder">
      {/* A set of fields cannot be a drawing. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <svg
        ref={svg}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={words.ladder}
      >
        <Lanes drawing={drawing} />
        {drawing.rows.map((row, i) => {
          if (row.kind !== 'arrow') {
            const width = widthOf(row.text, FONT) + 12;
            return (
              <g key={i}>
                <rect class="paper" x={middle - width / 2} y={row.y - 13} width={width} height={18} />
                <text class="note" x={middle} y={row.y} text-anchor="middle">
                  {row.text}
                </text>
              </g>
            );
          }
          const index = arrows.indexOf(row);
          return (
            <Arrow
              key={row.row.index}
              arrow={row}
              drawing={drawing}
              subject={subject}
              current={index === current}
              onFocus={() => setCurrent(index)}
              onMove={(step) => focus(index + step)}
              onOpen={() => {
                setHover(undefined);
                onOpen(row.row.index);
              }}
              onPin={onPin}
              onHover={(event) =>
                setHover(event === undefined ? undefined : { arrow: row, x: event.clientX, y: event.clientY })
              }
            />
          );
        })}
      </svg>
      {hover !== undefined && <Preview hover={hover} />}
    </div>
  );
}

function Lanes({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      {drawing.lanes.map(({ x, role, name, product, title }) => (
        <g key={x}>
          {title !== '' && <title>{title}</title>}
          <text class="role" x={x} y={16} text-anchor="middle">
            {role}
          </text>
          <text class="name" x={x} y={32} text-anchor="middle">
            {name}
          </text>
          <text class="product" x={x} y={47} text-anchor="middle">
            {product}
          </text>
          <line class="rail" x1={x} x2={x} y1={drawing.top - 12} y2={drawing.bottom} />
        </g>
      ))}
    </>
  );
}

interface ArrowProps {
  readonly arrow: DrawnArrow;
  readonly drawing: Drawing;
  readonly subject: Drawable;
  readonly current: boolean;
  onFocus(): void;
  onMove(step: 1 | -1): void;
  onOpen(): void;
  onPin(number: number): void;
  onHover(event: MouseEvent | undefined): void;
}

/** What a screen reader says of an arrow. */
function nameOf({ row, label, time }: DrawnArrow, words: Words): string {
  const { source, destination, repeats } = row.message;
  return [
    label,
    `${shortAddress(safe(source))} → ${shortAddress(safe(destination))}`,
    time,
    ...(repeats > 0 ? [words.repeated.replace('{n}', String(repeats + 1))] : []),
    ...(row.pins.length > 0 ? [`${words.findings}: ${row.pins.map(({ number }) => number).join(', ')}`] : []),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function Arrow({ arrow, drawing, current, onFocus, onMove, onOpen, onPin, onHover }: ArrowProps) {
  const { words } = useView();
  const { y, from, to, loop, tone, worst } = arrow;
  const side = loop === 0 ? Math.sign(to - from) : -loop;
  const tip = to - side;
  const tipY = loop === 0 ? y : y + 7;
  const path = loop === 0 ? `M${from} ${y}H${tip - side * 6}` : `M${from} ${y - 7}h${loop * 18}v14H${to + loop * 7}`;
  return (
    <>
      {/* A button of HTML cannot stand in a drawing. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <g
        class={`arrow ${tone}${worst === undefined ? '' : ` flagged flagged-${worst}`}`}
        role="button"
        tabIndex={current ? 0 : -1}
        aria-label={nameOf(arrow, words)}
        aria-haspopup="dialog"
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={(event) => {
          // Elsewhere on the page these two scroll.
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
          if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          if (step === undefined) onOpen();
          else onMove(step);
        }}
        onMouseMove={onHover}
        onMouseLeave={() => onHover(undefined)}
      >
        <rect class="hit" x="0" y={y - 21} width={drawing.width} height={30} rx="4" />
        <path class="line" d={path} />
        <path class="head" d={`M${tip} ${tipY}l${-side * 8} -4v8z`} />
        <text class="label" x={arrow.labelX} y={loop === 0 ? y - 6 : y + 4} text-anchor={arrow.anchor}>
          {arrow.label}
        </text>
        <text class="time" x={drawing.timeX} y={y + 4} text-anchor="end">
          {arrow.time}
        </text>
      </g>
      {arrow.pins.map((pin, i) => (
        // The list of findings beneath has them all for the keyboard.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <g key={pin.x} class={`pin ${pin.severity}`} onClick={() => onPin(arrow.row.pins[i].number)}>
          <circle cx={pin.x} cy={y - 6} r="9" />
          <text x={pin.x} y={y - 2} text-anchor="middle">
            {pin.text}
          </text>
        </g>
      ))}
    </>
  );
}

/** The beginning of the message, beside the pointer. */
function Preview({ hover }: { readonly hover: Hover }) {
  const { text } = hover.arrow.row.message;
  const lines = text.split(/\r?\n/);
  const below = hover.y < window.innerHeight / 2;
  const place = {
    left: `${Math.max(8, Math.min(hover.x + 16, window.innerWidth - 560))}px`,
    [below ? 'top' : 'bottom']: `${below ? hover.y + 22 : window.innerHeight - hover.y + 22}px`,
  };
  return (
    <pre class="preview" aria-hidden="true" style={place}>
      {lines.slice(0, PREVIEW).map(safe).join('\n')}
      {lines.length > PREVIEW && '\n…'}
    </pre>
  );
}
