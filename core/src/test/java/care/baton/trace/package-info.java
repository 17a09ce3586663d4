/** Which test shows which requirement and which promise, and what is still to be shown. */
@NullMarked
package care.baton.trace;

import org.jspecify.annotations.NullMarked;
