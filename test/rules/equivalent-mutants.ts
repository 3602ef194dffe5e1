const QUERY = 'a get has no query, so it is denied by the limit as before';
const UPDATED =
  'what is made or taken away has no document before it or after it, and is denied by the rest as before';
const MOMENT =
  'differs in the one moment that is the limit, to the microsecond of the server’s clock, which nobody can hit';
const UNCHANGED = 'the field is none of those that may change, so it is the same before and after';
const ELSEWHOSE = 'whoever asks may not write what is looked up, so it is the same before and after';

/** Mutants of the rules that are no other rules, by id, each with the reason: `npm run test:mutants` prints the ids. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'isMember 2:28 get-after': 'asked for reads alone, which change nothing',
  'isByNow 2:19 compare <': MOMENT,
  'isPaced 2:51 compare >=': MOMENT,
  'messageData 2:14 get-after':
    'who writes in a thread has an allowance for one message, and whoever else asks writes none',
  'people allow update 1:13 widen-operation write': UPDATED,
  'rooms allow list 1:13 widen-operation read': QUERY,
  'rooms allow update 1:13 widen-operation write': UPDATED,
  'rooms/members/isInvited 5:29 compare <=': MOMENT,
  'rooms/members/isCountedAnew 4:54 compare >=': MOMENT,
  'rooms/members/isRoleChange 6:64 prior-after': UNCHANGED,
  'rooms/members/hasStayed 2:31 compare >=': MOMENT,
  'rooms/members/hasStayed 4:31 compare >=': MOMENT,
  'rooms/members allow list 1:15 widen-operation read': QUERY,
  'rooms/members allow create 5:15 get-after': 'whoever comes in is no owner yet, and lifts no ban',
  'rooms/members allow update 1:15 widen-operation write': UPDATED,
  'rooms/bans allow list 1:15 widen-operation read': QUERY,
  'rooms/bans allow delete 1:56 compare >=': MOMENT,
  'rooms/entries allow create 1:15 widen-operation write':
    'updates are allowed as creations are, and what is taken away has no fields',
  'rooms/entries allow update 1:15 widen-operation write':
    'creations are allowed as updates are, and what is taken away has no fields',
  'rooms/invitations/isOffered 9:30 compare <': MOMENT,
  'rooms/invitations/isUsed 2:18 prior-after': UNCHANGED,
  'rooms/invitations allow list 1:15 widen-operation read': 'every person may get one anyway',
  'rooms/invitations allow update 1:15 widen-operation write': UPDATED,
  'rooms/messages/isByAuthor 2:18 prior-after': UNCHANGED,
  'rooms/messages/isBrokenOff 3:29 compare >=': MOMENT,
  'rooms/messages/isBrokenOff 3:31 prior-after': UNCHANGED,
  'rooms/messages/isSaidAnew 8:59 prior-after': UNCHANGED,
  'rooms/messages allow list 1:15 widen-operation read': QUERY,
  'rooms/messages allow update 1:15 widen-operation write': UPDATED,
  '**/members allow list 1:13 widen-operation read': QUERY,
  '**/messages allow list 1:13 widen-operation read': QUERY,
  'rooms/messages/reactions/isHeardInSlack 12:20 get-after':
    'what slackApply makes itself is of the room’s channel, as its id says',
  'rooms/messages/reactions allow list 1:17 widen-operation read': QUERY,
  'rooms/messages/reactions allow update 1:17 widen-operation write': UPDATED,
  'links/isRecent 2:38 compare >=': MOMENT,
  'links/isTied 10:14 get-after': ELSEWHOSE,
  'links/leaseIsFree 2:52 compare >=': MOMENT,
  'links/pauseIsOver 2:29 compare >=': MOMENT,
  'links/pauseIsOver 2:31 prior-after': UNCHANGED,
  'links/pauseIsOver 2:68 prior-after': UNCHANGED,
  'links allow list 1:13 widen-operation read': QUERY,
  'links allow update 1:13 widen-operation write': UPDATED,
  'mirrors/wants 7:14 get-after': ELSEWHOSE,
  'mirrors/isRaised 2:34 list-borrowed room': 'the id holds both names: one alone cannot change',
  'mirrors/isRaised 2:34 list-borrowed message': 'the id holds both names: one alone cannot change',
  'mirrors/isUnderLease 2:30 prior-after': UNCHANGED,
  'mirrors/isAll 5:46 prior-after': UNCHANGED,
  'mirrors/isAll 5:60 prior-after': UNCHANGED,
  'mirrors/isPart 2:52 prior-after': UNCHANGED,
  'mirrors/isVoid 6:24 prior-after': UNCHANGED,
  'mirrors/isAttempt 7:27 prior-after': UNCHANGED,
  'mirrors/isGone 3:22 prior-after': UNCHANGED,
  'mirrors allow list 1:13 widen-operation read': QUERY,
  'mirrors allow update 1:13 widen-operation write': UPDATED,
  'reactionMirrors/isFirst 11:14 get-after': ELSEWHOSE,
  'reactionMirrors/isFirst 12:14 get-after': ELSEWHOSE,
  'reactionMirrors/isHeld 2:30 prior-after': UNCHANGED,
  'reactionMirrors/isMatched 4:54 prior-after': UNCHANGED,
  'reactionMirrors/isMatched 6:60 prior-after': UNCHANGED,
  'reactionMirrors/isLeft 2:16 prior-after': UNCHANGED,
  'reactionMirrors allow list 1:13 widen-operation read': QUERY,
  'reactionMirrors allow update 1:13 widen-operation write': UPDATED,
  'inbox/isAbandoned 3:14 prior-after': UNCHANGED,
  'inbox allow list 1:13 widen-operation read': QUERY,
  'inbox/isEntry 9:30 compare <=': MOMENT,
  'inbox allow update 1:13 widen-operation write': UPDATED,
  'slackPeople allow create 1:13 widen-operation write':
    'updates are allowed to the same, and what is taken away has no fields',
  'deadLetters/isTriedAgain 4:25 get-after':
    'who tries again may neither make nor take away a reaction mirror, so it is there before and after',
  'deadLetters allow list 1:13 widen-operation read': QUERY,
  'deadLetters allow update 1:13 widen-operation write': UPDATED,
};
