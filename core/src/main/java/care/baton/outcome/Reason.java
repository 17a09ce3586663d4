package care.baton.outcome;

/**
 * Why something was refused: one closed list for the whole library. Each has a plain English
 * sentence in {@code refusals.properties}, which a host may replace.
 */
public enum Reason {
    /** A field is needed before this step and is absent. */
    FIELD_MISSING,
    /** A field is known, but not as firmly as this step needs. */
    FIELD_TOO_WEAK,
    /** A field was recorded, but by a role that may not supply it here. */
    FIELD_BY_OTHER_ROLE,
    /** A warning stands, and nobody entitled to it has approved. */
    APPROVAL_MISSING,
    /** There is an approval, but something it covers has changed or a warning came after it. */
    APPROVAL_OUTDATED,
    /** Another piece of work must be done first. */
    DUTY_NOT_DONE,
    /** A stage must be left first: an earlier one of the run, or one of another pathway of the same record. */
    STAGE_NOT_LEFT,
    /** It is not open, or no longer: what is owed, an emergency, a part that is confidential. */
    NOT_OPEN,
    /** The role that acts is not one that may do this. */
    ROLE_NOT_PERMITTED,
    /** The same command id came again with other content. */
    COMMAND_ID_REUSED,
    /** The text is not JSON. */
    JSON_MALFORMED,
    /** The text is longer than is read. */
    TOO_LARGE,
    /** Objects and lists stand deeper within each other than is read. */
    TOO_DEEP,
    /** An object has two fields of one name. */
    FIELD_REPEATED,
    /** A definition has a field that this release does not know and so cannot honor. */
    FIELD_UNKNOWN,
    /** A field holds a kind of value that this release does not know. */
    FIELD_UNKNOWN_KIND,
    /** A field holds something that it cannot hold. */
    VALUE_MALFORMED,
    /** What stands here must be an instant. */
    NOT_AN_INSTANT,
    /** The record holds a kind of event that this release does not know. */
    EVENT_KIND_UNKNOWN,
    /** An entry is missing, doubled or out of its order. */
    SEQUENCE_BROKEN,
    /** Nothing that could be asked of the record leads to this, as it stands there. */
    EVENT_IMPOSSIBLE,
    /** There is no entry with this number in the record. */
    ENTRY_UNKNOWN,
    /** The entry holds no words that could be erased. */
    NOTHING_TO_ERASE,
    /** Somebody else must do this now: another organization, or another of those who take turns. */
    NOT_YOUR_TURN,
    /** Neither the sender nor the receiver is meant. */
    NOT_A_PARTY,
    /** The handoff is not on offer now: it is held by the receiver, or ended. */
    HANDOFF_NOT_ON_OFFER,
    /** An offer must go to another role than the one that holds it. */
    OFFER_TO_OWN_ROLE,
    /** A firm offer can still be answered: there is one at a time. */
    OFFER_ALREADY_LIVE,
    /** The offer was accepted first. */
    OFFER_ALREADY_ACCEPTED,
    /** The offer has ended. */
    OFFER_ALREADY_ENDED,
    /** There is no such offer. */
    OFFER_UNKNOWN,
    /** Something of it was passed on, and whoever was asked has not accepted. */
    PART_NOT_ACCEPTED,
    /** A deadline must lie after now. */
    DUE_IN_THE_PAST,
    /** What is said to have happened lies after now. */
    IN_THE_FUTURE,
    /** What is asked has changed since it was read. */
    CONTENT_CHANGED,
    /** An earlier decision on this is not yet confirmed. */
    DECISION_PENDING,
    /** Nothing is waiting to be confirmed. */
    NOTHING_PENDING,
    /** The reason is not one that the definition lists. */
    REASON_NOT_LISTED,
    /** The sender has not yet agreed to the conditions. */
    CONDITIONS_NOT_AGREED,
    /** A precondition has not been met. */
    CONDITION_NOT_MET,
    /** There is no such open condition. */
    CONDITION_UNKNOWN,
    /** No conditions are waiting for agreement. */
    NOTHING_PROPOSED,
    /** A question is still open. */
    CLARIFICATION_OPEN,
    /** Clarification can be asked for only while the offer awaits its answer. */
    CLARIFICATION_NOT_NOW,
    /** This item was answered before; say why that falls short. */
    ITEM_ALREADY_ANSWERED,
    /** Nobody has asked about this item, or it has been answered. */
    ITEM_NOT_ASKED,
    /** Nothing came back with the completion. */
    RESULT_MISSING,
    /** This step is not open as things stand. */
    STEP_NOT_OPEN,
    /** This person was not asked to take it over. */
    NOT_PROPOSED,
    /** The record is already open. */
    RECORD_ALREADY_OPEN,
    /** The record has not been opened. */
    RECORD_NOT_OPEN,
    /** A record needs at least two who take part. */
    TEAM_TOO_SMALL,
    /** The person whose care it is must be one of the team. */
    PERSON_NOT_IN_TEAM,
    /** Whoever acts or is named does not take part in this record. */
    NOT_A_MEMBER,
    /** Its organization takes no part in this record, and nothing that holds now has been agreed with it. */
    NOTHING_AGREED,
    /** There is already a run of this name. */
    RUN_ALREADY_OPEN,
    /** There is no open run of this name. */
    RUN_NOT_OPEN,
    /** The definition is not in the rulebook, or its content is not what the run began with. */
    DEFINITION_UNKNOWN,
    /** The other version would give what somebody holds to another role, without a handoff. */
    OWNER_WOULD_CHANGE,
    /** The other version would lead back to a stage that the run has left. */
    STAGE_ALREADY_LEFT,
    /** The decision guide does not know this topic. */
    TOPIC_UNKNOWN,
    /** The handoff belongs to another run. */
    HANDOFF_OF_ANOTHER_RUN,
    /** The outcome has not been validated. */
    OUTCOME_NOT_VALIDATED,
    /** Another person must do this than did what it looks at: closes what they validated, reviews what they opened. */
    SAME_PERSON,
    /** Something on this run is still owed. */
    STILL_OWED,
    /** There is no such fact that still counts. */
    FACT_UNKNOWN,
    /** The warning does not stand. */
    FLAG_NOT_RAISED,
    /** There is no such approval that still counts. */
    APPROVAL_UNKNOWN,
    /** There is no such consent that still counts. */
    CONSENT_UNKNOWN,
    /** No consent in force covers it for this audience and purpose. */
    CONSENT_MISSING,
    /** The consent that covered it was taken back or has ended. */
    CONSENT_ENDED,
    /** The person said no. */
    SHARING_REFUSED,
    /** What was agreed with the organization does not let it be shared, or no longer holds. */
    SHARING_NOT_AGREED,
    /** The rules show nothing of the kind to this audience for this purpose. */
    NOT_FOR_AUDIENCE,
    /** Nothing of this kind protects it. */
    LABEL_NOT_SET,
    /** There is no note about this change. */
    NOTE_UNKNOWN,
    /** The note about this change is closed. */
    NOTE_CLOSED,
    /** The note about this change serves another run. */
    NOTE_OF_ANOTHER_RUN,
    /** The note does not name this recipient, or they were told nothing yet. */
    RECIPIENT_UNKNOWN,
    /** Somebody who needs to know was not told. */
    RECIPIENT_NOT_TOLD,
    /** It must be reviewed before anybody is told. */
    REVIEW_MISSING,
    /** This recipient was told this version; say why once more. */
    UPDATE_ALREADY_SENT,
    /** Two recipients hold what does not fit together. */
    STATEMENTS_CONTRADICT,
    /** There is no such contact that counts. */
    CONTACT_UNKNOWN,
    /** There is no such observation or score that counts. */
    OBSERVATION_UNKNOWN,
    /** Nothing is known to be usual that this could be compared with. */
    BASELINE_MISSING,
    /** There is no visit of this name. */
    VISIT_UNKNOWN,
    /** There is no such pattern. */
    PATTERN_UNKNOWN,
    /** There is no such need that is open. */
    NEED_UNKNOWN,
    /** There is no plan of this name. */
    PLAN_UNKNOWN,
    /** The plan serves another run. */
    PLAN_OF_ANOTHER_RUN,
    /** The plan that counts has no such activity. */
    ACTIVITY_UNKNOWN,
    /** Nobody owns the activity. */
    ACTIVITY_UNOWNED,
    /** The activity does not fit what the person prefers or cannot do otherwise. */
    ACTIVITY_CONFLICTS,
    /** The arrangement is not confirmed. */
    ARRANGEMENT_NOT_CONFIRMED,
    /** The arrangement is booked for a time outside the window. */
    OUTSIDE_WINDOW,
    /** The definition lets nobody waive this item. */
    NOT_WAIVABLE,
    /** A waiver may not last this long. */
    WAIVER_TOO_LONG,
    /** It is about another person than the record. */
    OTHER_PERSON,
    /** Not one of the names that can stand here: of a definition, the rules, a plan or a closed list. */
    NAME_UNKNOWN,
    /** A name that stands here twice. */
    NAME_TWICE,
    /** The role's description does not list this work among its duties. */
    DUTY_NOT_OF_ROLE,
    /** A piece of work that waits for itself. */
    WAITS_FOR_ITSELF,
    /** A need that nothing before it can satisfy. */
    NEVER_SATISFIED,
    /** A decision that is owned on the wrong side; its names are the side that may own it, or the roles that may. */
    WRONG_SIDE,
    /** A deadline here cannot move with visits. */
    VISITS_NOT_COUNTED,
    /** Whoever is given this holds no such credential. */
    CREDENTIAL_MISSING,
    /** The credential of whoever is given this is no longer valid. */
    CREDENTIAL_EXPIRED,
}
