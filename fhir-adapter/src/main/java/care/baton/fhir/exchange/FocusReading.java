package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Course;
import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read of what a Task is about, and what that means for whoever says yes to it: other content, and what nobody
 * takes on, go back to a person. Its status is no part of its content, and is compared apart.
 */
final class FocusReading {

    private static final Code CHANGED = Code.of("focus-changed");
    private static final Code OTHER_VERSION = Code.of("focus-other-version");
    private static final String VERSION = "/_history/";

    private final Sitting sitting;

    FocusReading(Sitting sitting) {
        this.sitting = sitting;
    }

    /** It stands on the partner's server, in this version. */
    void stands(Link before, Link link, Found found) {
        FhirJson about = found.json();
        Optional<FhirJson> last = Kept.json(before.seen());
        notes(link, about, last);
        boolean changed = link.asked()
                .filter(told -> !told.equals(OurMarks.content(about)))
                .isPresent();
        Optional<Stance> stance = sitting.offer(link);
        boolean accepting = stance.filter(Sitting::isAccepting).isPresent();
        boolean other = link.asked().isEmpty()
                && stance.filter(s -> isOtherVersion(s, found)).isPresent();
        List<Code> news = Stream.concat(
                        changed ? Stream.of(CHANGED) : Stream.empty(),
                        other ? Stream.of(OTHER_VERSION) : Stream.empty())
                .toList();
        boolean back = says(link, about, last, news, name(link, found));
        boolean open = stance.filter(s -> s.offer().isLive()).isPresent();
        if (link.asked().isEmpty() || accepting || !open) {
            Link told = link.told(OurMarks.content(about));
            sitting.put(accepting && back ? told.stale() : told);
        }
    }

    /** The Task names one version of it, and another stands there. What was read is told as what it is. */
    private boolean isOtherVersion(Stance stance, Found found) {
        return sitting.links()
                .get(stance.key())
                .flatMap(task -> task.task().map(seen -> Planner.about(task, seen, sitting.endpoint)))
                .map(task -> task.json().element("focus").path("reference").asText(""))
                .map(address -> address.split(VERSION, 2))
                .filter(parts -> parts.length == 2 && !parts[1].equals(found.version()))
                .isPresent();
    }

    /** The Task was read: what it contains was read with it, and what points nowhere is told to a person. */
    void beside(Link task, Found found) {
        SeenTask read = SeenTask.of(found.json(), Optional.empty());
        Optional<Stance> stance = sitting.stance(task).filter(s -> !s.sends());
        stance.map(s -> new Focus(s, read)).filter(Focus::isElsewhere).ifPresent(elsewhere -> {
            Optional<FhirJson> inside = elsewhere.inside();
            if (inside.isPresent()) {
                inside(elsewhere, inside.get(), name(task, found));
            } else if (elsewhere.stance().offer().isLive()) {
                new Sight(sitting).nowhere(elsewhere.note());
            }
        });
        stance.ifPresent(s -> noted(s, task.key(), read));
    }

    /** That the Task was read for one that is elsewhere is kept, though it points to another by now, or to none. */
    private void noted(Stance stance, LinkKey task, SeenTask read) {
        sitting.links()
                .get(task)
                .map(link -> new Focus(stance, Planner.about(link, read, sitting.endpoint)))
                .filter(Focus::isElsewhere)
                .map(Focus::note)
                .filter(note -> sitting.links().get(note).isEmpty())
                .ifPresent(note -> sitting.put(Link.unknown(note)));
    }

    /** That its content is other than it was, is told by the Task that it is part of. */
    private void inside(Focus focus, FhirJson about, String name) {
        Link note = sitting.links().get(focus.note()).orElse(Link.unknown(focus.note()));
        Optional<FhirJson> last = Kept.json(note.taken());
        notes(note, about, last);
        if (Link.fits(about.text())) {
            sitting.put(note.taking(about));
        }
        Course course = focus.stance().talks().course();
        boolean working = focus.stance().binding() && (course == Course.HELD || course == Course.STARTED);
        if (focus.stance().offer().isLive() || working) {
            says(note, about, last, List.of(), name);
        }
    }

    /** A remark is no content, and says what nobody who goes on with it may miss. What stood there first was offered so. */
    private void notes(Link link, FhirJson about, Optional<FhirJson> last) {
        last.ifPresent(
                before -> sitting.tell(link, Notes.added(before.element("note"), about.element("note"), List.of())));
    }

    /** Names what speaks against a yes; one that has not left goes back to a person. */
    private boolean says(Link link, FhirJson about, Optional<FhirJson> before, List<Code> others, String name) {
        Optional<Stance> stance = sitting.offer(link);
        List<Code> hindrances = stance.map(s -> Focus.hindrances(s, about)).orElse(List.of());
        List<Code> remarks = new ArrayList<>(hindrances);
        remarks.addAll(others);
        remarks.forEach(code -> sitting.error(code, link));
        if (hindrances.contains(Focus.IN_DOUBT)) {
            sitting.issues.addAll(Focus.doubts(about));
        }
        if (new WhoIsWho(sitting.endpoint).isAboutNobody(about)) {
            sitting.issues.add(MappingIssue.warning("person-not-checked", "Task.focus"));
        }
        boolean accepting = stance.filter(Sitting::isAccepting).isPresent();
        if (accepting && !remarks.isEmpty()) {
            sitting.run(
                    link,
                    name,
                    List.of(Said.overtaken(
                            stance.orElseThrow().offer().number(), reason(remarks.get(0)), sitting.endpoint.own())));
        }
        boolean news = before.filter(b -> standsAlike(b, about)).isEmpty();
        (accepting ? hindrances : remarks).forEach(code -> sitting.look(link, code, news));
        return !remarks.isEmpty();
    }

    private static Code reason(Code remark) {
        return remark.equals(CHANGED)
                ? AsReceiver.CONTENT_CHANGED
                : remark.equals(Focus.FOR_ANOTHER) ? AsReceiver.FOR_ANOTHER : remark;
    }

    private static boolean standsAlike(FhirJson one, FhirJson other) {
        return OurMarks.content(one).equals(OurMarks.content(other))
                && one.element("status").equals(other.element("status"));
    }

    private static String name(Link link, Found found) {
        return found.id() + "/" + found.version() + "@" + link.requests();
    }
}
