"""Corrects answers of the emulators that AWS gives differently and Terraform would take for a change.

The functions that are replaced belong to the versions that requirements.txt pins. A comment at each replacement, or
right above it, names what it corrects: a resource and an attribute in CORRECTED_ANSWERS of src/differences.ts, which
also lists what is not corrected.
"""


def correct_moto():
    import copy
    import json

    from moto.ec2.models.launch_templates import LaunchTemplateVersion
    from moto.ec2.models.security_groups import SecurityGroupRule
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
        document = json.loads(self.policy)
        document["Statement"] = [each for each in document["Statement"] if "Condition" not in each]
        # The server has a thread per call, and each of them reads the bucket's own policy.
        clone = copy.copy(self)
        clone.policy = json.dumps(document).encode()
        return get_permission(clone, action, resource)

    def description(self):
        """moto keeps the description of a rule for a group, but shows only that of a rule for a CIDR."""
        return self.ip_range.get("Description") or self.source_group.get("Description")

    LaunchTemplateVersion.__init__ = without_own_tags  # aws_launch_template.tag_specifications
    SecurityGroupRule.description = property(description)  # aws_vpc_security_group_ingress_rule.description
    # aws_lb.enforce_security_group_inbound_rules_on_private_link_traffic
    ELBV2Response.set_security_groups = with_enforcement
    FakeBucket.get_permission = by_unconditional_statements  # aws_s3_bucket_policy.policy
    correct_endpoint_connections()


def correct_endpoint_connections():
    """Lets an endpoint service see the endpoints of all accounts that lead to it, as AWS does; moto keeps them apart."""
    from moto.core.responses import ActionResult
    from moto.ec2.models import ec2_backends
    from moto.ec2.responses import EC2Response
    from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration

    delete_services = VPCEndpointServiceConfiguration.delete_vpc_endpoint_service_configurations

    def connections_of(service, region):
        return [
            {"ServiceId": service.id, "VpcEndpointId": endpoint.id, "VpcEndpointOwner": account,
             "VpcEndpointState": "available", "CreationTimestamp": endpoint.creation_timestamp}
            for account in list(ec2_backends.keys())
            for endpoint in list(ec2_backends[account][region].vpc_end_points.values())
            if endpoint.service_name == service.service_name and endpoint.state == "available"
        ]

    def describe_vpc_endpoint_connections(self):
        filters = self._filters_from_querystring()
        services = [each for each in self.ec2_backend.configurations.values()
                    if each.id in filters.get("service-id", [each.id])]
        connections = [each for service in services for each in connections_of(service, self.region)]
        return ActionResult({"VpcEndpointConnections": connections})

    def delete_unconnected(self):
        """A service with a live connection stays, which moto does not know."""
        services = [self.ec2_backend.configurations[each] for each in self._get_param("ServiceIds", [])
                    if each in self.ec2_backend.configurations]
        held = [each.id for each in services if connections_of(each, self.region)]
        if not held:
            return delete_services(self)
        error = {"Code": "ExistingVpcEndpointConnections",
                 "Message": "Service has existing active VPC Endpoint connections!"}
        return ActionResult({"Unsuccessful": [{"ResourceId": each, "Error": error} for each in held]})

    # aws_vpc_endpoint_service.*
    EC2Response.describe_vpc_endpoint_connections = describe_vpc_endpoint_connections
    # aws_vpc_endpoint_service.*
    VPCEndpointServiceConfiguration.delete_vpc_endpoint_service_configurations = delete_unconnected


def correct_eks(moto):
    from ministack.services import eks

    def issuer(oidc_id):
        """AWS's form: https, and no port, which the IAM provider resource cannot hold."""
        return f"https://oidc.eks.{eks.get_region()}.amazonaws.com/id/{oidc_id}"

    create_cluster, delete_cluster, create_nodegroup = eks._create_cluster, eks._delete_cluster, eks._create_nodegroup

    def create_cluster_in_vpc(body, creator_arn=None):
        answer = create_cluster(body, creator_arn)
        if answer[0] != 200:
            return answer
        cluster = eks._clusters[body["name"]]
        keep(cluster, body, ("upgradePolicy", "deletionProtection"))
        ec2 = ec2_of(eks.get_account_id(), eks.get_region(), moto)
        cluster["resourcesVpcConfig"].update(add_cluster_group(ec2, body["name"], cluster["resourcesVpcConfig"]))
        return eks._json_resp(200, {"cluster": eks._sanitize(cluster)})

    def delete_cluster_with_group(name):
        cluster = eks._clusters.get(name)
        answer = delete_cluster(name)
        if answer[0] == 200:
            ec2 = ec2_of(eks.get_account_id(), eks.get_region(), moto)
            ec2.delete_security_group(GroupId=cluster["resourcesVpcConfig"]["clusterSecurityGroupId"])
        return answer

    def create_nodegroup_as_asked(cluster_name, body):
        answer = create_nodegroup(cluster_name, body)
        if answer[0] != 200:
            return answer
        nodegroup = eks._nodegroups[f"{cluster_name}/{body['nodegroupName']}"]
        keep(nodegroup, body, ("launchTemplate", "updateConfig"))
        return eks._json_resp(200, {"nodegroup": nodegroup})

    eks._issuer_url = issuer  # aws_eks_cluster.identity
    # aws_eks_cluster.vpc_config, aws_eks_cluster.upgrade_policy, aws_eks_cluster.deletion_protection
    eks._create_cluster = create_cluster_in_vpc
    eks._delete_cluster = delete_cluster_with_group  # aws_eks_cluster.vpc_config
    # aws_eks_node_group.launch_template, aws_eks_node_group.update_config
    eks._create_nodegroup = create_nodegroup_as_asked


def keep(record, body, fields):
    """Fields of a request that ministack forgets read back as they were set."""
    record.update({field: body[field] for field in fields if field in body})


def ec2_of(account, region, moto):
    import boto3

    def client(service, **keys):
        return boto3.client(service, endpoint_url=moto, region_name=region, **keys)

    role = f"arn:aws:iam::{account}:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS"
    sts = client("sts", aws_access_key_id="eks", aws_secret_access_key="eks")
    keys = sts.assume_role(RoleArn=role, RoleSessionName="eks")["Credentials"]
    return client("ec2", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
                  aws_session_token=keys["SessionToken"])


def add_cluster_group(ec2, cluster_name, vpc_config):
    """Makes the group that EKS puts on a cluster's network interfaces; ministack only makes up an id."""
    vpc = ec2.describe_subnets(SubnetIds=vpc_config["subnetIds"])["Subnets"][0]["VpcId"]
    tags = {"Name": f"eks-cluster-sg-{cluster_name}", f"kubernetes.io/cluster/{cluster_name}": "owned"}
    group = ec2.create_security_group(
        GroupName=f"eks-cluster-sg-{cluster_name}", Description="EKS created security group", VpcId=vpc,
        TagSpecifications=[{"ResourceType": "security-group",
                            "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}])
    return {"vpcId": vpc, "clusterSecurityGroupId": group["GroupId"]}
