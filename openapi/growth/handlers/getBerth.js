/** A berth that was created before; any other comes from the example of the contract. */
export const getBerth = ({ path, state }) => {
  const berth = state.get(path.berth_id);
  return berth === undefined ? undefined : { body: berth };
};
