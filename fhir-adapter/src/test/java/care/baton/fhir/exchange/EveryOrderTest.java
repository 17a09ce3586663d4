package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two houses decide at once. Whatever is then under way, answers to what they looked at before among it, arrives in
 * every order there is, six messages deep; and in each they end at one and the same, or whoever lost is told why.
 */
@Promise(5)
@Execution(ExecutionMode.CONCURRENT)
class EveryOrderTest extends TwoSites {

    private static final int MESSAGES = 6;
    private static final WithdrawOffer WITHDRAW = new WithdrawOffer(1, Code.of("found-another"));
    private static final Answer ACCEPT = new Answer.Accept();
    private static final String WITHDRAWN = "Withdrawn: OFFERING, the sender holds it";
    private static final String WITHDRAWN_FIRST = WITHDRAWN + "; ANSWER overtaken, withdrawn-first";
    private static final CompleteAction DONE =
            new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home"))));

    private final Map<Object, SortedMap<String, Integer>> known = new HashMap<>();

    /** Where every order of what is under way ends, each end with the number of orders that lead to it. */
    private SortedMap<String, Integer> ends(Pool pool, int left) {
        SortedMap<String, Integer> ends = new TreeMap<>();
        if (left == 0 || pool.underWay() == 0) {
            ends.put(pool.end(), 1);
            return ends;
        }
        for (int i = 0; i < pool.underWay(); i++) {
            Pool next = pool.after(i);
            Object key = List.of(left, next.key());
            if (!known.containsKey(key)) {
                known.put(key, ends(next, left - 1));
            }
            known.get(key).forEach((end, orders) -> ends.merge(end, orders, Integer::sum));
        }
        return ends;
    }

    private Set<String> both(HandoffCommand ours, HandoffCommand theirs) {
        assertThat(sender.says(ours, now)).isEmpty();
        return after(receiver, theirs);
    }

    private Set<String> after(Site site, HandoffCommand command) {
        assertThat(site.says(command, now)).isEmpty();
        SortedMap<String, Integer> ends = ends(Pool.of(this), MESSAGES);
        System.out.println("every order: " + ends);
        return ends.keySet();
    }

    private HandoffCommand says(Answer answer) {
        return new AnswerOffer(1, receiver.offer().asked(), answer);
    }

    private Answer onCondition() {
        return new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("Only on weekdays"),
                Condition.Kind.LIMITATION,
                Two.RECEIVER,
                now.plus(Duration.ofDays(3)))));
    }

    private void held() {
        offer();
        answer(ACCEPT);
        receiver.settles(server, now);
        bothRead();
    }

    @Test
    void aWithdrawalAndAnAcceptance() {
        offer();

        assertThat(both(WITHDRAW, says(ACCEPT)))
                .containsExactlyInAnyOrder(
                        "Accepted: HELD, the receiver holds it; WITHDRAWAL overtaken, accepted-first", WITHDRAWN_FIRST);
    }

    @Test
    void aWithdrawalAndADecline() {
        offer();

        assertThat(both(WITHDRAW, says(new Answer.Decline(Two.REASON, Sensitive.none()))))
                .containsExactlyInAnyOrder(
                        "Declined: OFFERING, the sender holds it; WITHDRAWAL overtaken, declined-first",
                        WITHDRAWN_FIRST);
    }

    @Test
    void aWithdrawalAndAQuestion() {
        offer();

        assertThat(both(
                        WITHDRAW,
                        says(new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))))
                .containsExactlyInAnyOrder(WITHDRAWN, WITHDRAWN_FIRST);
    }

    @Test
    void aWithdrawalAndConditions() {
        offer();
        Condition weekdays = new Condition(
                Sensitive.of("Only on weekdays"),
                Condition.Kind.LIMITATION,
                Two.RECEIVER,
                now.plus(Duration.ofDays(3)));

        assertThat(both(WITHDRAW, says(new Answer.AcceptWithConditions(List.of(weekdays)))))
                .containsExactlyInAnyOrder(WITHDRAWN, WITHDRAWN_FIRST);
    }

    @Test
    void anAcceptanceByItself() {
        offer();

        assertThat(after(receiver, says(ACCEPT))).containsExactly("Accepted: HELD, the receiver holds it");
    }

    @Test
    void aStartByItself() {
        held();

        assertThat(after(receiver, new StartAction())).containsExactly("Accepted: STARTED, the receiver holds it");
    }

    @Test
    void aGiveBackByItself() {
        held();

        assertThat(after(receiver, new GiveBack(Code.of("no-staff"))))
                .containsExactly("Accepted: OFFERING, the sender holds it");
    }

    @Test
    void aCompletionByItself() {
        held();

        assertThat(after(receiver, DONE)).containsExactly("Accepted: VALIDATING, the sender holds it");
    }

    @Test
    void aRefusedCompletionThatIsOfferedAgain() {
        held();
        receiver.says(DONE, now);
        receiver.settles(server, now);
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        sender.says(new RefuseCompletion(Code.of("not-what-was-asked")), now);

        assertThat(after(sender, asked("ServiceRequest/s1")))
                .containsExactly("Accepted, Awaiting: OFFERING, the sender holds it");
    }
}
