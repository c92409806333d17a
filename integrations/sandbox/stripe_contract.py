"""What Stripe's API accepts and returns, read from the installed stripe package.

The SDK is generated from Stripe's own description of the API, so its source is that description for
exactly the version we pin: services give endpoints, parameter types give requests, resource classes
give objects. Source files are parsed on first need and only once (the whole sandbox needs a few dozen
of them, well under a second), so there is no second copy of the description that could grow stale.

`request()` checks a call, `make()` builds an object and refuses what the pinned version does not have,
`check_object()` checks one. The SDK declares enumerations open; here they are closed on purpose: an
unknown value in a test or a story is a mistake of ours, never a new value of Stripe's.
"""

from __future__ import annotations

import ast
import functools
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import stripe

Json = dict[str, Any]

SERVED = (
    "_account",
    "_charge",
    "_coupon",
    "_credit_note",
    "_credit_note_line_item",
    "_customer",
    "_customer_balance_transaction",
    "_customer_payment_method",
    "_dispute",
    "_event",
    "_invoice",
    "_invoice_item",
    "_invoice_line_item",
    "_invoice_payment",
    "_payment_intent",
    "_payment_method",
    "_price",
    "_product",
    "_refund",
    "_review",
    "_subscription",
    "_subscription_item",
    "_subscription_schedule",
    "_webhook_endpoint",
    "billing_portal._configuration",
    "billing_portal._session",
    "checkout._session",
    "entitlements._active_entitlement",
    "entitlements._feature",
    "radar._early_fraud_warning",
)
"""The SDK's services whose endpoints a request may name; any other path is a broken contract."""

INCLUDABLE = frozenset(
    {
        ("coupon", "applies_to"),
        ("coupon", "currency_options"),
        ("customer", "cash_balance"),
        ("customer", "invoice_credit_balance"),
        ("customer", "tax"),
        ("price", "currency_options"),
        ("price", "tiers"),
    }
)
"""Returned only when asked for by `expand`, like every optional list; nothing in the types tells these."""

MUST_NOT_HAPPEN_TWICE = re.compile(
    r"/v1/(refunds|credit_notes|customers/\{customer\}/balance_transactions"
    r"|invoices/\{invoice\}(/(pay|void|mark_uncollectible|send))?"
    r"|subscriptions/\{subscription(_exposed_id)?\}(/(resume|pause))?)"
)
"""POSTs that must carry an idempotency key of ours."""

DEEPEST_EXPAND = 4


class ContractBroken(AssertionError):
    """A request or an object that the pinned version of Stripe's API does not know."""


# ------------------------------------------------------------------ shapes
class Shape:
    """What a value looks like; as it stands, like anything at all."""

    def fault(self, value: Any, where: str) -> str | None:  # noqa: ARG002
        """What is wrong with a value in JSON, None when nothing is."""
        return None

    def read(self, raw: Any) -> Any:
        """A form-encoded value as JSON; what does not fit stays as it came, for `fault` to find."""
        return raw

    def blank(self) -> Any:
        """The emptiest value of this shape."""
        return None

    def within(self, name: str) -> Shape | None:  # noqa: ARG002
        """The shape of the field of that name, as `expand` walks."""
        return None

    @property
    def expandable(self) -> bool:
        return False


_PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
_BLANKS: dict[str, Any] = {"string": "", "integer": 0, "number": 0, "boolean": False}


@dataclass(frozen=True)
class Plain(Shape):
    kind: str

    def fault(self, value: Any, where: str) -> str | None:
        right = isinstance(value, _PYTHON_TYPES[self.kind])
        if right and (self.kind == "boolean" or not isinstance(value, bool)):
            return None
        return f"{where}: {value!r} is no {self.kind}"

    def read(self, raw: Any) -> Any:
        if not isinstance(raw, str):
            return raw
        if self.kind == "integer" and re.fullmatch(r"-?\d+", raw):
            return int(raw)
        if self.kind == "number" and re.fullmatch(r"-?\d+(\.\d+)?", raw):
            return float(raw)
        if self.kind == "boolean" and raw in ("true", "false"):
            return raw == "true"
        return raw

    def blank(self) -> Any:
        return _BLANKS[self.kind]


@dataclass(frozen=True)
class Choice(Shape):
    values: tuple[Any, ...]

    def fault(self, value: Any, where: str) -> str | None:
        if value in self.values:
            return None
        return f"{where}: {value!r} is not one of {', '.join(map(repr, self.values))}"

    def read(self, raw: Any) -> Any:
        return raw == "true" if raw in ("true", "false") and True in self.values else raw

    def blank(self) -> Any:
        return self.values[0]


@dataclass(frozen=True)
class ListOf(Shape):
    item: Shape

    def fault(self, value: Any, where: str) -> str | None:
        if not isinstance(value, list):
            return f"{where}: {value!r} is not a list"
        return next((f for i, v in enumerate(value) if (f := self.item.fault(v, f"{where}[{i}]"))), None)

    def read(self, raw: Any) -> Any:
        if not isinstance(raw, dict) or not all(key == "" or key.isdigit() for key in raw):
            return raw
        return [self.item.read(raw[key]) for key in sorted(raw, key=lambda key: int(key or 0))]

    def blank(self) -> Any:
        return []

    def within(self, name: str) -> Shape | None:
        return self.item.within(name)

    @property
    def expandable(self) -> bool:
        return self.item.expandable


@dataclass(frozen=True)
class MapOf(Shape):
    item: Shape

    def fault(self, value: Any, where: str) -> str | None:
        if not isinstance(value, dict):
            return f"{where}: {value!r} is not an object"
        return next((f for k, v in value.items() if (f := self.item.fault(v, f"{where}.{k}"))), None)

    def read(self, raw: Any) -> Any:
        return {k: self.item.read(v) for k, v in raw.items()} if isinstance(raw, dict) else raw

    def blank(self) -> Any:
        return {}


@dataclass(frozen=True)
class Nullable(Shape):
    inner: Shape

    def fault(self, value: Any, where: str) -> str | None:
        return None if value is None else self.inner.fault(value, where)

    def read(self, raw: Any) -> Any:
        return self.inner.read(raw)

    def within(self, name: str) -> Shape | None:
        return self.inner.within(name)

    @property
    def expandable(self) -> bool:
        return self.inner.expandable


@dataclass(frozen=True)
class Either(Shape):
    alternatives: tuple[Shape, ...]

    def fault(self, value: Any, where: str) -> str | None:
        faults = []
        for alternative in self.alternatives:
            fault = alternative.fault(value, where)
            if fault is None:
                return None
            faults.append(fault)
        # The alternative that got furthest is the one that was meant.
        return max(faults, key=lambda fault: len(fault.partition(": ")[0]))

    def read(self, raw: Any) -> Any:
        for alternative in self.alternatives:
            value = alternative.read(raw)
            if alternative.fault(value, "") is None:
                return value
        return self.alternatives[0].read(raw)

    def blank(self) -> Any:
        return self.alternatives[0].blank()

    def within(self, name: str) -> Shape | None:
        return next((s for a in self.alternatives if (s := a.within(name))), None)

    @property
    def expandable(self) -> bool:
        return any(a.expandable for a in self.alternatives)


@dataclass(frozen=True)
class Expandable(Shape):
    """An id, or the whole object where `expand` asked for it."""

    target: Shape

    def fault(self, value: Any, where: str) -> str | None:
        return None if isinstance(value, str) else self.target.fault(value, where)

    def blank(self) -> Any:
        return ""

    def within(self, name: str) -> Shape | None:
        return self.target.within(name)

    @property
    def expandable(self) -> bool:
        return True


class Record(Shape):
    """An object with named fields; `fields` is worked out on first use."""

    def __init__(
        self, name: str, fields: Callable[[], dict[str, Shape]], optional: Callable[[], set[str]]
    ) -> None:
        self.name = name
        self._fields = fields
        self._optional = optional

    @functools.cached_property
    def fields(self) -> dict[str, Shape]:
        return self._fields()

    @functools.cached_property
    def required(self) -> frozenset[str]:
        return frozenset(self.fields.keys() - self._optional())

    def fault(self, value: Any, where: str) -> str | None:
        if not isinstance(value, dict):
            return f"{where}: {value!r} is not an object"
        for name, given in value.items():
            shape = self.fields.get(name)
            if shape is None:
                return f"{where}: has no field {name!r}"
            if fault := shape.fault(given, f"{where}.{name}"):
                return fault
        if missing := self.required - value.keys():
            return f"{where}: lacks {', '.join(sorted(missing))}"
        return None

    def read(self, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        return {k: self.fields[k].read(v) if k in self.fields else v for k, v in raw.items()}

    def blank(self) -> Any:
        return {name: self.fields[name].blank() for name in self.fields if name in self.required}

    def within(self, name: str) -> Shape | None:
        shape = self.fields.get(name)
        if shape is not None and (self.name, name) in INCLUDABLE:
            return Expandable(shape)
        return shape


class Reference(Shape):
    """Another resource; its source file is read when the first whole one is seen."""

    def __init__(self, find: Callable[[], Shape]) -> None:
        self._find = find

    @functools.cached_property
    def target(self) -> Shape:
        return self._find()

    def fault(self, value: Any, where: str) -> str | None:
        if isinstance(value, dict) and value.get("deleted") is True:
            return _DELETED.fault(value, where)
        return self.target.fault(value, where)

    def blank(self) -> Any:
        return self.target.blank()

    def within(self, name: str) -> Shape | None:
        return self.target.within(name)


@dataclass(frozen=True)
class Page(Shape):
    """A list object or a page of search results."""

    item: Shape
    search: bool = False

    def fault(self, value: Any, where: str) -> str | None:
        return self._record.fault(value, where)

    def blank(self) -> Any:
        return {"object": "list", "data": [], "has_more": False, "url": ""}

    def within(self, name: str) -> Shape | None:
        return ListOf(self.item) if name == "data" else None

    @property
    def expandable(self) -> bool:
        return True

    @functools.cached_property
    def _record(self) -> Record:
        fields: dict[str, Shape] = {
            "object": Choice(("search_result",) if self.search else ("list",)),
            "data": ListOf(self.item),
            "has_more": Plain("boolean"),
            "url": Plain("string"),
        }
        if self.search:
            fields["next_page"] = Nullable(Plain("string"))
        return Record("page", lambda: fields, set)


_DELETED = Record(
    "deleted object",
    lambda: {
        "id": Plain("string"),
        "object": Plain("string"),
        "deleted": Choice((True,)),
        "livemode": Plain("boolean"),
    },
    lambda: {"livemode"},
)


# ------------------------------------------------------------------ reading the SDK's source
@dataclass
class _Module:
    name: str
    classes: dict[str, ast.ClassDef]
    imports: dict[str, tuple[str, str]]


def _module(name: str) -> _Module:
    path = Path(stripe.__file__).parent.joinpath(*name.split(".")[1:]).with_suffix(".py")
    tree = ast.parse(path.read_text(encoding="utf8"))
    imports: dict[str, tuple[str, str]] = {}
    checked_only = [n for n in tree.body if isinstance(n, ast.If)]
    for node in [*tree.body, *(n for block in checked_only for n in block.body)]:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("stripe."):
            imports.update({a.asname or a.name: (str(node.module), a.name) for a in node.names})
    return _Module(name, {n.name: n for n in tree.body if isinstance(n, ast.ClassDef)}, imports)


def _object_name(node: ast.ClassDef) -> str | None:
    for statement in node.body:
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and statement.target.id == "OBJECT_NAME"
            and isinstance(statement.value, ast.Constant)
        ):
            return str(statement.value.value)
    return None


def _unquoted(node: ast.expr) -> ast.expr:
    """Annotations are often strings; this is what they say."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return ast.parse(node.value, mode="eval").body
    return node


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _annotations(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            annotation = _unquoted(statement.annotation)
            if not (isinstance(annotation, ast.Subscript) and _name(annotation.value) == "ClassVar"):
                yield statement.target.id, annotation


_PLAIN = {
    "str": Plain("string"),
    "int": Plain("integer"),
    "float": Plain("number"),
    "bool": Plain("boolean"),
    # Stripe sends decimals as strings, the SDK turns them into Decimal.
    "Decimal": Plain("string"),
}


class _Source:
    """The SDK's source, read file by file on demand."""

    def __init__(self) -> None:
        self._modules: dict[str, _Module] = {}
        self._resources: dict[str, Record] = {}

    def module(self, name: str) -> _Module:
        if name not in self._modules:
            self._modules[name] = _module(name)
        return self._modules[name]

    def resource(self, name: str) -> Record:
        """By the name in an object's `object` field."""
        if name not in self._resources:
            *package, last = name.split(".")
            # The two resources whose files are not named like their objects.
            file = {"invoiceitem": "invoice_item", "line_item": "invoice_line_item"}.get(last, last)
            try:
                module = self.module(".".join(["stripe", *package, f"_{file}"]))
            except FileNotFoundError:
                raise ContractBroken(f"there is no Stripe object called {name!r}") from None
            node = next(node for node in module.classes.values() if _object_name(node) == name)
            self._resources[name] = self._record(name, module, node)
        return self._resources[name]

    def _record(self, name: str, module: _Module, node: ast.ClassDef) -> Record:
        annotations = dict(_annotations(node))
        inner = {n.name: n for n in node.body if isinstance(n, ast.ClassDef)}

        def fields() -> dict[str, Shape]:
            return {k: self.shape(a, module, inner) for k, a in annotations.items()}

        def optional() -> set[str]:
            return {k for k, a in annotations.items() if self._may_be_left_out(a)}

        return Record(name, fields, optional)

    @staticmethod
    def _may_be_left_out(annotation: ast.expr) -> bool:
        return isinstance(annotation, ast.Subscript) and _name(annotation.value) in (
            "Optional",
            "NotRequired",
        )

    def shape(self, node: ast.expr, module: _Module, inner: Mapping[str, ast.ClassDef]) -> Shape:
        """The shape an annotation describes; names mean what they mean to Python at that place."""
        node = _unquoted(node)
        convert = functools.partial(self.shape, module=module, inner=inner)
        if isinstance(node, ast.BinOp):
            return self._union([node.left, node.right], convert)
        if isinstance(node, ast.Subscript):
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            match _name(node.value):
                case "NotRequired":
                    return convert(parts[0])
                case "Optional":
                    return Nullable(convert(parts[0]))
                case "Union":
                    return self._union(parts, convert)
                case "Literal":
                    return Choice(tuple(ast.literal_eval(part) for part in parts))
                case "List" | "Sequence":
                    return ListOf(convert(parts[0]))
                case "Dict" | "Mapping" | "UntypedStripeObject":
                    return MapOf(convert(parts[-1]))
                case "ExpandableField":
                    return Expandable(convert(parts[0]))
                case "ListObject":
                    return Page(convert(parts[0]))
                case "SearchResultObject":
                    return Page(convert(parts[0]), search=True)
        return self._named(_name(node), module, inner)

    def _union(self, parts: list[ast.expr], convert: Callable[[ast.expr], Shape]) -> Shape:
        shapes: list[Shape] = []
        for part in map(convert, parts):
            shapes += part.alternatives if isinstance(part, Either) else [part]
        if any(isinstance(s, Choice) and set(s.values) != {""} for s in shapes):
            # "Literal[...] | str" is how the SDK says "may grow": closed here.
            shapes = [s for s in shapes if s != Plain("string")]
        return shapes[0] if len(shapes) == 1 else Either(tuple(shapes))

    def _named(self, name: str, module: _Module, inner: Mapping[str, ast.ClassDef]) -> Shape:
        if name in _PLAIN:
            return _PLAIN[name]
        if name in inner:
            return self._record(name, module, inner[name])
        if name in module.classes:
            return self._declared(module, name)
        if name in module.imports:
            module_name, imported = module.imports[name]
            if module_name == "stripe._stripe_object":
                return Shape()
            return Reference(lambda: self._declared(self.module(module_name), imported))
        return Shape()

    def _declared(self, module: _Module, name: str) -> Shape:
        node = module.classes[name]
        object_name = _object_name(node)
        if object_name is None:
            return self._record(name, module, node)
        return self._resources.setdefault(object_name, self._record(object_name, module, node))

    def operations(self, service: str) -> Iterator[Operation]:
        package, _, name = service.rpartition(".")
        module = self.module(".".join(filter(None, ["stripe", package, f"{name}_service"])))
        for node in module.classes.values():
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    for call in ast.walk(method):
                        if isinstance(call, ast.Call) and _name(call.func) == "_request":
                            yield self._operation(module, method, call)

    def _operation(self, module: _Module, method: ast.FunctionDef, call: ast.Call) -> Operation:
        verb, url = call.args[0], call.args[1]
        if isinstance(url, ast.Call) and isinstance(url.func, ast.Attribute):  # "/v1/x/{id}".format(id=...)
            url = url.func.value
        annotation = next((a.annotation for a in method.args.args if a.arg == "params"), None)
        returns = method.returns

        def params() -> Shape:
            # params: Optional["XParams"] = None, or params: "XParams"
            shape = self.shape(annotation, module, {}) if annotation else Record("none", dict, set)
            shape = shape.inner if isinstance(shape, Nullable) else shape
            return shape.target if isinstance(shape, Reference) else shape

        return Operation(
            verb=ast.literal_eval(verb),
            path=ast.literal_eval(url),
            _params=params,
            _returns=lambda: self.shape(returns, module, {}) if returns else Shape(),
        )


# ------------------------------------------------------------------ the contract
class Operation:
    """One endpoint as the SDK calls it."""

    def __init__(
        self, verb: str, path: str, _params: Callable[[], Shape], _returns: Callable[[], Shape]
    ) -> None:
        self.verb = verb
        self.path = path
        self.pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))
        self._params = _params
        self._returns = _returns

    @functools.cached_property
    def params(self) -> Shape:
        return self._params()

    @functools.cached_property
    def returns(self) -> Shape:
        return self._returns()


@dataclass(frozen=True)
class Call:
    """A request that keeps the contract. `path` is the endpoint's pattern, `ids` what stood in its braces."""

    verb: str
    path: str
    ids: dict[str, str]
    params: Json


class Contract:
    """Use `contract()`: one instance serves the whole process."""

    def __init__(self) -> None:
        self._source = _Source()
        self._lock = threading.RLock()

    @functools.cached_property
    def operations(self) -> list[Operation]:
        """Fixed paths before patterns: "/v1/charges/search" is not a charge called "search"."""
        with self._lock:
            found = [operation for service in SERVED for operation in self._source.operations(service)]
        return sorted(found, key=lambda operation: operation.path.count("{"))

    def find(self, verb: str, path: str) -> tuple[Operation, dict[str, str]]:
        for operation in self.operations:
            if operation.verb == verb and (match := operation.pattern.fullmatch(path)):
                return operation, match.groupdict()
        raise ContractBroken(f"no such endpoint: {verb.upper()} {path}")

    def request(self, method: str, path: str, query: str, body: str, headers: Mapping[str, str]) -> Call:
        """The call a request makes; ContractBroken when the pinned version would not understand it."""
        with self._lock:
            operation, ids = self.find(method.lower(), path)
            where = f"{method} {operation.path}"
            given = {name.lower(): value for name, value in headers.items()}
            if (version := given.get("stripe-version")) != stripe.api_version:
                raise ContractBroken(f"{where}: Stripe-Version {version!r} is not {stripe.api_version!r}")
            if (
                method == "POST"
                and MUST_NOT_HAPPEN_TWICE.fullmatch(operation.path)
                and not given.get("idempotency-key")
            ):
                raise ContractBroken(f"{where}: no Idempotency-Key")
            params = operation.params.read(form_decoded("&".join(filter(None, (query, body)))))
            if fault := operation.params.fault(params, "params"):
                raise ContractBroken(f"{where}: {fault}")
            limit = params.get("limit")
            if isinstance(limit, int) and not 1 <= limit <= 100:
                raise ContractBroken(f"{where}: limit {limit} is not between 1 and 100")
            for path_to_expand in params.get("expand", []):
                self._check_expand(path_to_expand, operation)
            return Call(operation.verb, operation.path, ids, params)

    def _check_expand(self, expand: str, operation: Operation) -> None:
        where = f"{operation.verb.upper()} {operation.path}: expand {expand!r}"
        steps = expand.split(".")
        if len(steps) > DEEPEST_EXPAND:
            raise ContractBroken(f"{where} is {len(steps)} levels deep, {DEEPEST_EXPAND} are allowed")
        shape: Shape | None = operation.returns
        for depth, step in enumerate(steps, 1):
            shape = shape.within(step) if shape else None
            if shape is None:
                raise ContractBroken(f"{where}: no field {step!r} at level {depth}")
        if shape and not shape.expandable:
            raise ContractBroken(f"{where}: this property cannot be expanded")

    def make(self, name: str, /, **fields: Any) -> Json:
        """An object with these fields and the emptiest correct value in all others.

        Nothing is invented: an id, a currency, a status or any other top-level word must be given.
        """
        with self._lock:
            record = self._source.resource(name)
            made: Json = {}
            for key, shape in record.fields.items():
                if key in fields:
                    made[key] = fields[key]
                elif key == "object":
                    made[key] = name
                elif key in record.required:
                    if shape == Plain("string") or isinstance(shape, Choice | Expandable):
                        raise ContractBroken(f"{name} needs {key!r}")
                    made[key] = shape.blank()
                elif not _absent_by_default(record, key):
                    made[key] = None
            if unknown := fields.keys() - record.fields.keys():
                raise ContractBroken(f"{name} has no field {sorted(unknown)} in {stripe.api_version}")
        self.check_object(made)
        return made

    def blank(self, name: str, field: str) -> Any:
        """The emptiest value of one field, to be filled in where it is deeply nested."""
        with self._lock:
            shape = self._source.resource(name).fields[field]
            return shape.inner.blank() if isinstance(shape, Nullable) else shape.blank()

    def check_object(self, value: Any) -> None:
        """ContractBroken when the object has a field, a value or a gap that the pinned version does not have."""
        if not isinstance(value, dict) or not isinstance(value.get("object"), str):
            raise ContractBroken(f"{value!r} is no Stripe object")
        with self._lock:
            name = value["object"]
            if fault := Reference(lambda: self._source.resource(name)).fault(value, name):
                raise ContractBroken(fault)

    def includable(self, name: str) -> frozenset[str]:
        """The fields of a resource that Stripe returns only when `expand` asks for them."""
        with self._lock:
            record = self._source.resource(name)
            return frozenset(key for key in record.fields if _includable(record, key))


def _includable(record: Record, key: str) -> bool:
    shape = record.fields[key]
    return (record.name, key) in INCLUDABLE or (isinstance(shape, Nullable) and isinstance(shape.inner, Page))


def _absent_by_default(record: Record, key: str) -> bool:
    """Optional fields are null in Stripe's answers, save these, which are then not there at all."""
    shape = record.fields[key]
    inner = shape.inner if isinstance(shape, Nullable) else shape
    if _includable(record, key) or inner == Choice((True,)):
        return True
    kind = record.fields.get("type")
    return isinstance(kind, Choice) and key in kind.values  # the "card" of a payment method of type "card"


@functools.cache
def contract() -> Contract:
    return Contract()


_KEY_PART = re.compile(r"([^\[\]]+)|\[([^\[\]]*)\]")


def form_decoded(encoded: str) -> Json:
    """Form encoding with brackets as nested dicts: `created[gte]=1&expand[0]=data.payments`."""
    root: Json = {}
    for key, value in parse_qsl(encoded, keep_blank_values=True):
        *outer, last = [plain or bracketed for plain, bracketed in _KEY_PART.findall(key)] or [key]
        inner = root
        for part in outer:
            step = inner.setdefault(part, {})
            if not isinstance(step, dict):
                raise ContractBroken(f"{key!r} is given both as a value and as an object")
            inner = step
        # "expand[]=a&expand[]=b": an empty bracket means "next".
        inner[last if last or not isinstance(inner, dict) else str(len(inner))] = value
    return root
