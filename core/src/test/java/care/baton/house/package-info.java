/** The rules of the house that a compiler does not check: order, purity, names, sizes. */
@NullMarked
package care.baton.house;

import org.jspecify.annotations.NullMarked;
