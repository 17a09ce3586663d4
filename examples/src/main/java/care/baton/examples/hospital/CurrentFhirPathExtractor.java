package care.baton.examples.hospital;

import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads search values out of resources with the FHIRPath engine of the pinned FHIR core.
 *
 * <p>HAPI's own reader was compiled against an older core, whose way to resolve a reference has since gained a
 * parameter: with it, every search parameter that asks {@code resolve() is Patient} fails.
 */
final class CurrentFhirPathExtractor extends SearchParamExtractorR4 {

    private final Map<String, ExpressionNode> parsed = new ConcurrentHashMap<>();
    private @Nullable FHIRPathEngine engine;

    @Override
    public void initFhirPath() {
        engine = new FHIRPathEngine(
                new HapiWorkerContext(getContext(), getContext().getValidationSupport()));
        engine.setHostServices(new TypeOfReference());
    }

    @Override
    public IValueExtractor getPathValueExtractor(IBase resource, String path) {
        return () -> {
            FHIRPathEngine ready = engine;
            if (ready == null) {
                throw new IllegalStateException("not started");
            }
            Base base = (Base) resource;
            ExpressionNode node = parsed.computeIfAbsent(path, ready::parse);
            return List.copyOf(ready.evaluate(resource, base, base, base, node));
        };
    }

    /** Tells of what type the target of a reference is, by the reference alone; nothing else is asked of it. */
    private final class TypeOfReference implements IHostApplicationServices {

        @Override
        public @Nullable Base resolveReference(
                FHIRPathEngine asking, Object context, String url, @Nullable Identifier identifier, Base from) {
            String type = new IdType(url).getResourceType();
            return type == null || type.isEmpty()
                    ? null
                    : (Base) getContext().getResourceDefinition(type).newInstance();
        }

        @Override
        public List<Base> resolveConstant(
                FHIRPathEngine asking, Object context, String name, FHIRPathConstantEvaluationMode mode) {
            return List.of();
        }

        @Override
        public @Nullable TypeDetails resolveConstantType(
                FHIRPathEngine asking, Object context, String name, FHIRPathConstantEvaluationMode mode) {
            return null;
        }

        @Override
        public boolean log(String argument, List<Base> focus) {
            return false;
        }

        @Override
        public @Nullable FunctionDetails resolveFunction(FHIRPathEngine asking, String name) {
            return null;
        }

        @Override
        public @Nullable TypeDetails checkFunction(
                FHIRPathEngine asking, Object context, String name, TypeDetails focus, List<TypeDetails> parameters) {
            return null;
        }

        @Override
        public List<Base> executeFunction(
                FHIRPathEngine asking, Object context, List<Base> focus, String name, List<List<Base>> parameters) {
            return List.of();
        }

        @Override
        public boolean conformsToProfile(FHIRPathEngine asking, Object context, Base item, String url) {
            return false;
        }

        @Override
        public @Nullable ValueSet resolveValueSet(FHIRPathEngine asking, Object context, String url) {
            return null;
        }

        @Override
        public boolean paramIsType(String name, int index) {
            return false;
        }
    }
}
