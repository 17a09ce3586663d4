package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told as soon as a field names it: by a version that comes later, too, and where an answer is the word. */
class NoticeTest {

    private static final Code KIND = Code.of("what-changed");

    private final Pathway silent = asking(KIND, NURSE, "hours");
    private final Notice notice = silent.notices().get(0);

    @Test
    void aVersionThatTellsWhatIsNamedAlreadyHasItTold() {
        RecordFixture run = named(silent, notice.onWord(KIND));
        assertThat(told(run)).isEmpty();
        assertThat(moving(run)).containsExactly("hours:person");
        assertThat(told(run)).containsExactly("hours:person");
    }

    @Test
    void aVersionThatTellsItToMoreHasItToldToThoseAlone() {
        Pathway first = Altered.with(silent, "notices/0", notice.onWord(KIND));
        RecordFixture same = named(first, notice.onWord(KIND));
        assertThat(told(same)).containsExactly("hours:person");
        same.given(PLANNER, new Fulfil(Keys.notice(RUN, notice.topic(), PERSON.role())));
        assertThat(moving(same)).isEmpty();
        assertThat(told(same)).as("told before the move").isEmpty();

        Notice more =
                new Notice(notice.topic(), notice.notifier(), List.of(PERSON.role(), FUNDER.role()), notice.within());
        RecordFixture run = named(first, more.onWord(KIND));
        assertThat(moving(run)).containsExactly("hours:funder");
        assertThat(told(run)).containsExactlyInAnyOrder("hours:person", "hours:funder");
    }

    @Test
    void anAnswerIsAWordToo() {
        Pathway asks = asking(OnHandoff.RESPONSE_CATEGORY, INTAKE, "accept");
        Notice accepted = new Notice(Code.of("accept"), PLANNER.role(), List.of(PERSON.role()), notice.within())
                .onWord(OnHandoff.RESPONSE_CATEGORY);
        Pathway topic =
                Altered.with(Altered.with(asks, "notices", List.of()), "guide/topics/0/topic", Code.of("accept"));
        Pathway tells = Altered.with(topic, "notices", List.of(accepted));
        RecordFixture run = opened(new Rulebook(List.of(tells), HomeStart.CALENDAR))
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).given(PLANNER, offer(INTAKE));
        assertThat(told(run)).isEmpty();
        run.given(INTAKE, answer(1, new Answer.Accept()));
        assertThat(told(run)).containsExactly("accept:person");
    }

    /** The home start, with one more field that says one of a closed list. */
    private static Pathway asking(Code field, Holder by, String first) {
        FieldNeed need = new FieldNeed(
                field,
                List.of(by.role()),
                Grade.RECORDED,
                false,
                Optional.of(new Holds.OneOf(List.of(Code.of(first), Code.of("another")))));
        return Altered.and(
                HomeStart.pathway(), "stages/0/fields", new Field(need, Step.CLOSE, by.role(), HomeStart.hours(24)));
    }

    private static RecordFixture opened(Rulebook rules) {
        return RecordFixture.of(RecordId.of("record-1"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }

    /** It runs by the first version, and what changed is said; the second tells by this notice. */
    private RecordFixture named(Pathway first, Notice second) {
        Pathway next = new NextHomeStart.Version(Altered.with(silent, "notices/0", second)).numbered(2);
        RecordFixture run = opened(new Rulebook(List.of(first, next), HomeStart.CALENDAR));
        return run.given(NURSE, new RecordFact(KIND, Sensitive.of("hours"), HomeStart.CHART, Grade.RECORDED))
                .after(Duration.ofHours(1));
    }

    /** Who is to be told by the move. */
    private static List<String> moving(RecordFixture run) {
        Act act = Act.of(CommandId.of("asked"), LEAD, Stamp.at(run.now()));
        Move move = run.record().moving(RUN, 2, act, run.rules()).orThrow().state();
        run.given(LEAD, new MoveRun(RUN, 2, move.digest(), Code.of("why")));
        return move.effects().stream()
                .filter(e -> e.key().kind().equals(Keys.NOTIFY))
                .map(e -> e.key().subject())
                .toList();
    }

    private static List<String> told(RecordFixture run) {
        return run.record().chart().obligations().openOf(Keys.cause(RUN), Keys.NOTIFY).stream()
                .map(o -> o.key().subject())
                .toList();
    }
}
