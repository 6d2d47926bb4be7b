"""Fields of the Basic Application Level Confidentiality Profile: DICOM PS3.15, table E.1-1.

By keyword (PS3.6), those that tell of a person, a place, a day or a machine. Left out: unique
identifiers, which name the study to its own archive only, and sequences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from casereport.model.image_trace import TraceKind

_PERSON = [
    "PatientName",
    "PatientID",
    "IssuerOfPatientID",
    "OtherPatientIDs",
    "OtherPatientNames",
    "PatientBirthName",
    "PatientMotherBirthName",
    "PatientBirthDate",
    "PatientBirthTime",
    "PatientTelephoneNumbers",
    "MilitaryRank",
    "BranchOfService",
    "EthnicGroup",
    "Occupation",
    "PatientReligiousPreference",
    "ResponsiblePerson",
    "ResponsibleOrganization",
    "MedicalRecordLocator",
    "AdmissionID",
    "AccessionNumber",
    "StudyID",
    "InsurancePlanIdentification",
    "ReferringPhysicianName",
    "ReferringPhysicianTelephoneNumbers",
    "PhysiciansOfRecord",
    "PerformingPhysicianName",
    "NameOfPhysiciansReadingStudy",
    "OperatorsName",
    "RequestingPhysician",
    "ScheduledPerformingPhysicianName",
    "PersonName",
    "VerifyingObserverName",
    "ReviewerName",
    "PersonAddress",
    "PersonTelephoneNumbers",
    "ConsultingPhysicianName",
]
_PLACE = [
    "PatientAddress",
    "CountryOfResidence",
    "RegionOfResidence",
    "InstitutionName",
    "InstitutionAddress",
    "InstitutionalDepartmentName",
    "CurrentPatientLocation",
    "PatientInstitutionResidence",
    "RequestingService",
]
_TEXT = [
    "PatientComments",
    "AdditionalPatientHistory",
    "StudyDescription",
    "SeriesDescription",
    "ImageComments",
    "StudyComments",
    "RequestedProcedureDescription",
    "PerformedProcedureStepDescription",
    "AdmittingDiagnosesDescription",
    "VisitComments",
    "MedicalAlerts",
    "Allergies",
    "PatientState",
    "SpecialNeeds",
    "ReasonForTheRequestedProcedure",
    "ProtocolName",
    "DerivationDescription",
]
_TIME = [
    "StudyDate",
    "SeriesDate",
    "AcquisitionDate",
    "ContentDate",
    "AcquisitionDateTime",
    "AdmittingDate",
    "LastMenstrualDate",
    "PatientAge",
]
_DEVICE = ["DeviceSerialNumber", "StationName", "PlateID", "DetectorID", "GantryID"]


def _kinds() -> Iterable[tuple[str, TraceKind]]:
    kinds: tuple[tuple[TraceKind, list[str]], ...] = (
        ("person", _PERSON),
        ("place", _PLACE),
        ("text", _TEXT),
        ("time", _TIME),
        ("device", _DEVICE),
    )
    for kind, keywords in kinds:
        yield from ((keyword, kind) for keyword in keywords)


BASIC_PROFILE: Mapping[str, TraceKind] = MappingProxyType(dict(_kinds()))
"""Keyword → what it tells of."""
