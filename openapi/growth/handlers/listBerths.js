/** Berths that match the filters, one page of them. */
export const listBerths = ({ query }) => {
  const { features = [], states, numbers, size = {}, limit = 20, page = 1 } = query;
  const matching = Array.from({ length: 40 }, (_, index) => berth(index + 1)).filter(
    ({ number, state, length, features: offered }) =>
      features.every((feature) => offered.includes(feature)) &&
      (states === undefined || states.includes(state)) &&
      (numbers === undefined || numbers.includes(number)) &&
      length >= (size.min_length ?? 0) &&
      length <= (size.max_length ?? Number.POSITIVE_INFINITY),
  );
  return {
    headers: { 'X-Total-Count': String(matching.length) },
    body: matching.slice((page - 1) * limit, page * limit),
  };
};

/** A berth that depends on nothing but its number. */
function berth(number) {
  return {
    id: `brt_${number}`,
    number,
    state: ['free', 'reserved', 'closed'][number % 3],
    length: 6 + (number % 20),
    draft: number % 4 === 0 ? null : 1 + (number % 5) / 2,
    features: ['power', 'water', 'fuel', 'crane'].slice(0, number % 5),
    labels: { pier: number % 2 === 0 ? 'east' : 'west' },
  };
}
