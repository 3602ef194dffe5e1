import type { List, RootContent, Table } from 'mdast';
import type { VNode } from 'preact';
import { Fragment } from 'preact';
import { words } from '../../../../../i18n/words.ts';
import { CodeBlock } from './code-block.tsx';
import { Inlines } from './inlines.tsx';
import css from './text.module.css';

/** `source`: the whole text that they were read from. */
type Props = { of: readonly RootContent[]; source: string };

/** Paragraphs, lists and the like. What has no element here is shown as it was typed. */
export const Blocks = ({ of, source }: Props) => (
  <>
    {of.map((node, nth) => (
      <Fragment key={nth}>{block(node, source)}</Fragment>
    ))}
  </>
);

const block = (node: RootContent, source: string): VNode => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={node.children} source={source} />
        </p>
      );
    // No <h1>: a message's headings are not the page's.
    case 'heading':
      return (
        <p class={node.depth < 3 ? css.heading : css.subheading}>
          <strong>
            <Inlines of={node.children} source={source} />
          </strong>
        </p>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Blocks of={node.children} source={source} />
        </blockquote>
      );
    case 'list':
      return <Items of={node} source={source} />;
    case 'code':
      return <CodeBlock code={node.value} language={node.lang ?? undefined} />;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return <Grid of={node} source={source} />;
    default:
      return <p>{source.slice(node.position?.start.offset, node.position?.end.offset)}</p>;
  }
};

const Items = ({ of: { ordered, start, children }, source }: { of: List; source: string }) => {
  const items = children.map((item, nth) => (
    <li key={nth}>
      <Blocks of={item.children} source={source} />
    </li>
  ));
  return ordered ? <ol start={start ?? 1}>{items}</ol> : <ul>{items}</ul>;
};

/** Wider than the page, it is moved sideways by itself. */
const Grid = ({ of: { align, children }, source }: { of: Table; source: string }) => {
  const [head, ...rows] = children.map(({ children: cells }, row) =>
    cells.map((cell, column) => {
      const side = align?.[column];
      const Cell = row === 0 ? 'th' : 'td';
      return (
        <Cell key={column} class={side ? css[side] : undefined} {...(row === 0 && { scope: 'col' })}>
          <Inlines of={cell.children} source={source} />
        </Cell>
      );
    }),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <figure class={css.wide} aria-label={words.value.message.table} tabIndex={0}>
      <table>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>
          {rows.map((cells, nth) => (
            <tr key={nth}>{cells}</tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
