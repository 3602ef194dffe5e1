// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Avatar } from '../../web/components/avatar/avatar.tsx';

afterEach(cleanup);

const show = (picture: string | undefined) => {
  const { container } = render(<Avatar id="a" name="Alice Weber" picture={picture} />);
  return { image: container.querySelector('img'), container };
};

it.each([
  ['Google', 'https://lh3.googleusercontent.com/a/picture=s96-c'],
  ['Slack', 'https://avatars.slack-edge.com/2024-01-01/1_72.png'],
  ['Gravatar, where Slack takes it from', 'https://secure.gravatar.com/avatar/1?s=72'],
])('shows a picture that comes from %s', (_, picture) => {
  const { image } = show(picture);
  expect(image?.getAttribute('src')).toBe(picture);
  expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
});

it.each([
  ['nowhere', undefined],
  ['a server of the person’s choice', 'https://evil.example/pixel.png'],
  ['a name like Google’s', 'https://googleusercontent.com.evil.example/a'],
  ['a name that ends like Google’s', 'https://evilgoogleusercontent.com/a'],
  ['somewhere without encryption', 'http://lh3.googleusercontent.com/a'],
  ['data', 'data:image/png;base64,AAAA'],
  ['no address', 'lh3.googleusercontent.com'],
])('shows initials where the picture comes from %s', (_, picture) => {
  const { image, container } = show(picture);
  expect(image).toBeNull();
  expect(container.textContent).toBe('AW');
});

it('shows initials where the picture cannot be had', () => {
  const { image, container } = show('https://lh3.googleusercontent.com/a');
  if (image) fireEvent.error(image);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('AW');
});
