/**
 * Baton's core: who holds a piece of care, what they need before it moves, and who hears when it is late. Pure values;
 * no clock, store, thread or network of its own.
 */
module care.baton.core {
    requires static transitive org.immutables.value.annotations;
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.databind;

    exports care.baton.catalog;
    exports care.baton.consent;
    exports care.baton.escalation;
    exports care.baton.evidence;
    exports care.baton.handoff;
    exports care.baton.history;
    exports care.baton.json;
    exports care.baton.obligation;
    exports care.baton.outcome;
    exports care.baton.ownership;
    exports care.baton.party;
    exports care.baton.pathway;
    exports care.baton.record;
    exports care.baton.time;
}
