/**
 * Lists and maps that grow for years without being copied: each addition shares what was there
 * before, so that the ten-thousandth event costs what the tenth did.
 */
@NullMarked
package care.baton.history;

import org.jspecify.annotations.NullMarked;
