package care.baton.fhir.partner;

import care.baton.fhir.FhirSystems;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * Everything that is agreed with one kind of partner, as a table. Two partners that differ, differ
 * in this table and nowhere in the code. {@link PartnerProfiles#all} has those that we ship; a host writes its own as
 * JSON, with {@code Json.readDefinition(PartnerProfile.class, text)} of {@code care.baton.json}, or with {@link
 * #toBuilder}.
 *
 * @param name what the table is called
 * @param codes what the codes on its Tasks mean
 * @param lifecycle which statuses it uses, and who may change which into which
 * @param parties who stands where on its Tasks
 * @param channels by which other means it can be reached
 */
public record PartnerProfile(Code name, List<TaskCode> codes, Lifecycle lifecycle, Parties parties, Channels channels) {

    private static final String REQUEST_FULFILLMENT = "request-fulfillment";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a code is named twice, FHIR's {@code fulfill}, by which we offer, is not for a
     *     handoff, or several are asked by a code of their own, and none of the codes is that one
     */
    public PartnerProfile {
        Objects.requireNonNull(name, "name");
        codes = Copy.of(codes, "codes");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(parties, "parties");
        Objects.requireNonNull(channels, "channels");
        if (!Lifecycle.areApart(codes, entry -> List.of(entry.system(), entry.code()))) {
            throw new IllegalArgumentException("codes: each once");
        }
        if (codes.stream().noneMatch(PartnerProfile::offers)) {
            throw new IllegalArgumentException("codes: fulfill of FHIR's task-code, for a handoff");
        }
        if (channels.selection() == Selection.REQUEST_FULFILLMENT
                && codes.stream().noneMatch(PartnerProfile::asksSeveral)) {
            throw new IllegalArgumentException("codes: one request-fulfillment, for a handoff");
        }
    }

    private static boolean offers(TaskCode code) {
        return code.system().equals(FhirSystems.TASK_CODE)
                && code.code().equals("fulfill")
                && code.work() == Work.HANDOFF;
    }

    private static boolean asksSeveral(TaskCode code) {
        return code.code().equals(REQUEST_FULFILLMENT) && code.work() == Work.HANDOFF;
    }

    /**
     * The codes of the Tasks by which several are asked at once; the first is the one to write.
     *
     * @return the codes; none where the partner has no code for that
     */
    public List<TaskCode> inviting() {
        return channels.selection() == Selection.REQUEST_FULFILLMENT
                ? codes.stream().filter(PartnerProfile::asksSeveral).toList()
                : List.of();
    }

    /**
     * A table like this one in all that is not said otherwise.
     *
     * @return a builder that begins with this table
     */
    public PartnerProfileBuilder toBuilder() {
        return new PartnerProfileBuilder(this);
    }

    /**
     * What a code means.
     *
     * @param system the code list
     * @param code the code
     * @return what it stands for: an entry for that code before one for its whole list; none when
     *     the table knows neither
     */
    public List<Work> work(String system, String code) {
        List<Work> exact = codes.stream()
                .filter(entry -> entry.system().equals(system) && entry.code().equals(code))
                .map(TaskCode::work)
                .toList();
        return exact.isEmpty() && !code.isEmpty()
                ? codes.stream()
                        .filter(entry ->
                                entry.system().equals(system) && entry.code().isEmpty())
                        .map(TaskCode::work)
                        .toList()
                : exact;
    }
}
