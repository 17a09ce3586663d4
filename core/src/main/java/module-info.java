/**
 * Baton's core: who holds a piece of care, what they need before it moves, and who hears when it is late. Pure values;
 * no clock, store, thread or network of its own. It requires the Java platform alone. A module that uses
 * {@code care.baton.json} also requires {@code com.fasterxml.jackson.core}.
 */
module care.baton.core {
    // annotations, for our own sources: whoever requires us neither compiles nor runs with them
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires static com.fasterxml.jackson.core;

    exports care.baton.catalog;
    exports care.baton.consent;
    exports care.baton.disclosure;
    exports care.baton.escalation;
    exports care.baton.evidence;
    exports care.baton.handoff;
    exports care.baton.history;
    exports care.baton.json;
    exports care.baton.note;
    exports care.baton.obligation;
    exports care.baton.outcome;
    exports care.baton.ownership;
    exports care.baton.party;
    exports care.baton.pathway;
    exports care.baton.plan;
    exports care.baton.record;
    exports care.baton.risk;
    exports care.baton.time;
}
