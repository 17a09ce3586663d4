package care.baton.fhir.exchange;

import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.Holding;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskReading;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a Task beside what we know: the version before, our link, and where the record stands.
 *
 * @param stance how we stand to the offer
 * @param reading what was read
 * @param task what stands on it
 * @param taken the version last taken for true: as it was sent or taken in, or a later one without a doubt
 * @param link the link, with this version
 */
record ReadTask(Stance stance, TaskReading reading, SeenTask task, Optional<SeenTask> taken, Link link) {

    private static final String SELECTED = "selected";
    private static final String REASON = "statusReason";
    private static final Code REQUESTER_REPLACED = Code.of("requester-replaced");

    /** Whether the reading is a known step; what is in doubt gives nothing. */
    boolean known() {
        return reading instanceof TaskReading.KnownMove;
    }

    boolean is(TaskStatus status) {
        return task.status().equals(Optional.of(status));
    }

    boolean ended() {
        return task.status().filter(TaskStatus::ended).isPresent();
    }

    /** Whether its status says that the owner holds it, and not that its cancellation is asked for. */
    boolean saysHeld() {
        return task.status().filter(TaskStatus::saysHeld).isPresent() && !asksToCancel();
    }

    boolean saysNotHeld() {
        return reading.holding() == Holding.SAYS_NOT_HELD
                || task.status().filter(s -> !s.saysHeld()).isPresent()
                || (saysHeld() && !addressed());
    }

    boolean asksToCancel() {
        boolean coded = Steps.asksToCancel(stance.endpoint().profile(), task);
        return coded || (reading instanceof TaskReading.KnownMove m && m.move() == Move.CANCELLATION_ASKED);
    }

    /** Whether it says so by what we wrote ourselves, to ask for its cancellation, and the word for that is gone. */
    boolean saysHeldByUs() {
        return is(TaskStatus.IN_PROGRESS)
                && stance.sends()
                && ourWrite()
                && task.businessStatus().isEmpty();
    }

    /** Whether what we had ended is open again. */
    boolean openAgain() {
        return stance.isOpenAgain(task, taken);
    }

    /** Whether its sender may have cancelled it, by the table, when it first stood so, and we did not. */
    boolean cancelledBySender() {
        return is(TaskStatus.CANCELLED) && known() && link.endedBy().contains(Party.REQUESTER) && !ourWrite();
    }

    /** Whether the end that stands there is one that we wrote: our mark names it. */
    private boolean ourWrite() {
        return task.status().filter(s -> stance.wrote(task, s.code())).isPresent();
    }

    /** Whether the sender has marked that it read the end that we wrote. */
    boolean seenBySender() {
        return link.ended().isPresent() && link.ended().equals(OurMarks.seenBySender(task));
    }

    /** Whether its owner is still the one who was asked: as we wrote it, or as it was taken in. */
    boolean addressed() {
        return who().isAddressed(stance, task, taken);
    }

    /** Whether its owner is another organization for certain, and none of our people, roles or other names. */
    boolean isAnothers() {
        return !addressed()
                && task.owner()
                        .map(owner -> Contained.behind(owner, task.json()))
                        .filter(who()::isAnotherThanUs)
                        .isPresent();
    }

    /** Whether it is still we who ask. */
    boolean requestedByUs() {
        return task.requester().filter(who()::isUs).isPresent();
    }

    /** Whether it is for another person than the record's, or than it was. */
    boolean forAnother() {
        return who().isForAnother(stance, task, taken);
    }

    /** It names another requester than when it was last taken for true, or none any more. */
    private boolean fromAnother() {
        return who().isFromAnother(task, taken);
    }

    private WhoIsWho who() {
        return new WhoIsWho(stance.endpoint());
    }

    /** Whether what is asked is what a person was last told. */
    boolean sameAsTold() {
        return link.asked().isEmpty() || link.asked().equals(Optional.of(asked()));
    }

    /** The fingerprint of what is asked; of a Task of ours, of what we ask by it. */
    Digest asked() {
        return stance.sends()
                ? OurMarks.askedByUs(task.json(), stance.endpoint())
                : OurMarks.asked(task.json(), stance.endpoint());
    }

    /** Why nobody says yes to it in our name, beside other content: who asks is another, or what it means is in doubt. */
    List<Code> hindersYes() {
        List<Code> why = new ArrayList<>();
        if (fromAnother()) {
            why.add(REQUESTER_REPLACED);
        }
        if (Meaning.isInDoubt(stance, task, reading.issues())) {
            why.add(Meaning.IN_DOUBT);
        }
        return why;
    }

    /** What the partner newly says on it to us as its sender. */
    PartnersWord word() {
        return new PartnersWord(stance.endpoint().profile(), task, taken);
    }

    /** Whether it is declined for something else that is proposed: in those words, or by what came of it. */
    boolean proposesAnother() {
        JsonNode reason = task.json().element(REASON);
        boolean said = isAlternative(reason.path("text"));
        for (JsonNode coding : reason.path("coding")) {
            said |= isAlternative(coding.path("display")) || isAlternative(coding.path("code"));
        }
        for (JsonNode output : task.json().element("output")) {
            said |= output.path("valueReference").isObject();
        }
        return said;
    }

    private static boolean isAlternative(JsonNode words) {
        return words.asText("").replace('-', ' ').equalsIgnoreCase("alternative proposal");
    }

    /** Whether our bid has been chosen, and nobody else's: the Task is an order by now, or says so in a word. */
    boolean chosen() {
        boolean word = OurMarks.business(task).equalsIgnoreCase(SELECTED)
                || task.businessStatus().stream().anyMatch(code -> code.code().equalsIgnoreCase(SELECTED));
        return saysHeld()
                && addressed()
                && (word || !task.invites(stance.endpoint().profile()));
    }

    /** Whether it is true as far as it goes: the next version is compared with it. */
    boolean isTaken() {
        return known() && addressed() && sameAsTold() && !forAnother();
    }
}
