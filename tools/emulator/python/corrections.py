"""Corrects answers of the emulators that AWS gives differently and Terraform would take for a change.

The functions that are replaced belong to the versions that requirements.txt pins. What is not corrected here is
listed in src/differences.ts.
"""


def correct_moto():
    import json

    from moto.ec2.models.launch_templates import LaunchTemplateVersion
    from moto.elbv2.responses import ELBV2Response
    from moto.s3.models import FakeBucket

    create_version = LaunchTemplateVersion.__init__
    set_security_groups = ELBV2Response.set_security_groups
    get_permission = FakeBucket.get_permission

    def without_own_tags(self, template, number, data, description):
        """A template's own tags are no part of its data; shown there, they are a change in every plan."""
        kept = [each for each in data.get("TagSpecifications", []) if each["ResourceType"] != "launch-template"]
        create_version(self, template, number, {**data, "TagSpecifications": kept}, description)

    def with_enforcement(self):
        """Keeps whether the security groups of an NLB hold for PrivateLink, which moto forgets."""
        answer = set_security_groups(self)
        enforcement = self._get_param("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
        if enforcement:
            balancer = self.elbv2_backend.load_balancers[self._get_param("LoadBalancerArn")]
            balancer.enforce_security_group_inbound_rules_on_private_link_traffic = enforcement
        return answer

    def by_unconditional_statements(self, action, resource):
        """Leaves out the statements with a condition: moto takes each as met, so that one for TLS denies everything."""
        if self.policy is None:
            return get_permission(self, action, resource)
        whole = self.policy
        document = json.loads(whole)
        document["Statement"] = [each for each in document["Statement"] if "Condition" not in each]
        self.policy = json.dumps(document).encode()
        try:
            return get_permission(self, action, resource)
        finally:
            self.policy = whole

    FakeBucket.get_permission = by_unconditional_statements
    LaunchTemplateVersion.__init__ = without_own_tags
    ELBV2Response.set_security_groups = with_enforcement


def correct_eks():
    from ministack.services import eks

    def issuer(oidc_id):
        """AWS's form: https, and no port, which the IAM provider resource cannot hold."""
        return f"https://oidc.eks.{eks.get_region()}.amazonaws.com/id/{oidc_id}"

    def keeping(create, records, fields):
        """Keeps fields of the request that ministack forgets, so that they read back as they were set."""

        def create_and_keep(*args):
            status, headers, answer = create(*args)
            body = next(each for each in args if isinstance(each, dict))
            name = body.get("name") or f"{args[0]}/{body.get('nodegroupName')}"
            if status == 200:
                records[name].update({field: body[field] for field in fields if field in body})
            return status, headers, answer

        return create_and_keep

    eks._issuer_url = issuer
    eks._create_cluster = keeping(eks._create_cluster, eks._clusters, ("upgradePolicy", "deletionProtection"))
    eks._create_nodegroup = keeping(eks._create_nodegroup, eks._nodegroups, ("launchTemplate", "updateConfig"))
