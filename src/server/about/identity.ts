/** There is one person here. Nothing of the machine's account is told. */
export const identity = {
  username: 'learner',
  name: 'Learner',
  display_name: 'Learner',
  initials: 'L',
  avatar_url: null,
  color: null,
}
