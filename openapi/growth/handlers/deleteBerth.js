/** Forgets a berth. The answer, 204, has no body. */
export const deleteBerth = ({ path, state }) => {
  state.delete(path.berth_id);
  return { status: 204 };
};
