package care.baton.record;

/** What is asked of one part of the record: its notes, contacts, plans, risks, of what is shared and what was shown. */
public sealed interface InPart extends RecordCommand
        permits InNote, InPlan, OnContact, OnDisclosure, OnRisk, OnSharing {

    /**
     * What is asked there.
     *
     * @return the command of that part
     */
    Object command();
}
