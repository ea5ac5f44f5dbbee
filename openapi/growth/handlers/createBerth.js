/** Keeps the berth; a number that is taken is refused with 409. */
export const createBerth = ({ body, state }) => {
  const { number, length, features = [], ...rest } = body;
  const id = `brt_${number}`;
  if (state.has(id)) {
    return {
      status: 409,
      body: { type: 'about:blank', title: `Berth ${number} exists already`, status: 409 },
    };
  }
  const berth = { id, number, state: 'free', length, draft: null, features, labels: {}, ...rest };
  state.set(id, berth);
  return { status: 201, headers: { Location: `/berths/${id}` }, body: berth };
};
