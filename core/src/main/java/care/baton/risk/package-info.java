/**
 * Small changes and scores that may together mean a risk, before anybody is harmed. What is seen is written down against
 * what is usual for the person, by whoever sees it; a pattern that several of these make is found by rule, once each
 * time it comes up, and is a hypothesis until the one who owns the decision has looked at the evidence.
 */
@NullMarked
package care.baton.risk;

import org.jspecify.annotations.NullMarked;
